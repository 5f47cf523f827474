package dev.poolkeeper.writers.ticket.jira;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A ticket as it is now.
 *
 * @param done whether its status is one of those that end it
 * @param resolution its name; empty while it has none
 * @param resolvedAt by Jira's clock
 * @param links to other tickets, in either direction
 */
record JiraTicket(
    String key,
    String status,
    boolean done,
    Optional<String> resolution,
    Optional<Instant> resolvedAt,
    List<String> labels,
    List<Link> links,
    JiraMark mark) {

  /**
   * @param type its name
   * @param key of the other ticket
   */
  record Link(String type, String key) {}

  /** The fields that it takes to read one. */
  static final String FIELDS = "status,resolution,resolutiondate,labels,issuelinks";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]XX");

  JiraTicket {
    labels = List.copyOf(labels);
    links = List.copyOf(links);
  }

  static JiraTicket of(JsonNode issue) {
    JsonNode fields = issue.path("fields");
    JsonNode status = fields.path("status");
    return new JiraTicket(
        issue.path("key").stringValue(""),
        status.path("name").stringValue(""),
        status.path("statusCategory").path("key").stringValue("").equals("done"),
        Optional.of(fields.path("resolution").path("name").stringValue(""))
            .filter(name -> !name.isEmpty()),
        time(fields.path("resolutiondate").stringValue("")),
        StreamSupport.stream(fields.path("labels").spliterator(), false)
            .map(label -> label.stringValue(""))
            .toList(),
        StreamSupport.stream(fields.path("issuelinks").spliterator(), false)
            .map(JiraTicket::link)
            .toList(),
        JiraMark.of(issue.path("properties").path(JiraMark.PROPERTY)));
  }

  /** Of its two ends only the other one is told. */
  private static Link link(JsonNode link) {
    JsonNode other = link.has("inwardIssue") ? link.path("inwardIssue") : link.path("outwardIssue");
    return new Link(
        link.path("type").path("name").stringValue(""), other.path("key").stringValue(""));
  }

  boolean linkedTo(String other, String type) {
    return links.stream()
        .anyMatch(link -> link.key().equals(other) && link.type().equalsIgnoreCase(type));
  }

  /** Its number within the project. */
  int number() {
    return number(key);
  }

  static int number(String key) {
    String digits = key.substring(key.lastIndexOf('-') + 1);
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /** As Jira writes times: {@code 2026-02-11T03:15:00.000+0000}. */
  static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
