package dev.poolkeeper.writers.ticket.jira;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a ticket shall be: what is kept in the ledger until it is so.
 *
 * @param kind opened, changed, reopened, confirmed or recovered
 * @param mark label that the matter is known by
 * @param labels all labels
 * @param description in the markup of this Jira
 * @param comment the same; not used where the ticket is made
 * @param priority name
 * @param planHash what an approval in it is for
 * @param group label that the ticket of its group is known by; empty when it belongs to none
 */
record JiraText(
    int schemaVersion,
    String kind,
    String topic,
    String night,
    String severity,
    String mark,
    List<String> labels,
    String summary,
    JsonNode description,
    JsonNode comment,
    Optional<String> priority,
    Optional<String> planHash,
    Optional<String> group) {

  static final int SCHEMA_VERSION = 1;

  JiraText {
    requireNonNull(kind, "kind");
    requireNonNull(topic, "topic");
    requireNonNull(night, "night");
    requireNonNull(severity, "severity");
    requireNonNull(mark, "mark");
    labels = List.copyOf(labels);
    requireNonNull(summary, "summary");
    requireNonNull(description, "description");
    requireNonNull(comment, "comment");
    requireNonNull(priority, "priority");
    requireNonNull(planHash, "planHash");
    requireNonNull(group, "group");
  }

  boolean opened() {
    return kind.equals("opened");
  }

  boolean over() {
    return kind.equals("recovered");
  }

  /** Whether it was over, as far as the other side was told. */
  boolean back() {
    return kind.equals("reopened") || kind.equals("opened");
  }
}
