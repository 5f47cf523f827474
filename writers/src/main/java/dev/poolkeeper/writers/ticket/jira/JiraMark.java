package dev.poolkeeper.writers.ticket.jira;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What poolkeeper remembers with a ticket, in its issue property {@value #PROPERTY}. Texts that are
 * not there are empty.
 *
 * @param topic the matter
 * @param key of the last delivery that was carried through
 * @param night of it
 * @param severity as the ticket was told last while it was open
 * @param planHash the plan that stands in it
 * @param earlier key of the ticket that it follows
 * @param over whether it was told that the matter is over
 */
record JiraMark(
    String topic,
    String key,
    String night,
    String severity,
    String planHash,
    String earlier,
    boolean over) {

  static final String PROPERTY = "poolkeeper";
  static final JiraMark NONE = new JiraMark("", "", "", "", "", "", false);

  static JiraMark of(JsonNode value) {
    return value.isObject()
        ? new JiraMark(
            value.path("topic").stringValue(""),
            value.path("key").stringValue(""),
            value.path("night").stringValue(""),
            value.path("severity").stringValue(""),
            value.path("planHash").stringValue(""),
            value.path("earlier").stringValue(""),
            value.path("over").booleanValue(false))
        : NONE;
  }

  /** After a delivery that leaves the ticket as its text says. */
  static JiraMark after(String key, JiraText text, Optional<String> earlier) {
    return new JiraMark(
        text.topic(),
        key,
        text.night(),
        text.severity(),
        text.planHash().orElse(""),
        earlier.orElse(""),
        text.over());
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("topic", topic)
        .put("key", key)
        .put("night", night)
        .put("severity", severity)
        .put("planHash", planHash)
        .put("earlier", earlier)
        .put("over", over);
  }
}
