package dev.poolkeeper.writers.ticket.servicenow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A record as it is now.
 *
 * @param display what poolkeeper remembers with it, {@code correlation_display}
 * @param parent id of the incident that it is a child of; empty when of none
 * @param closedAt by ServiceNow's clock, which is UTC
 */
record ServiceNowRecord(
    String id,
    String number,
    String state,
    boolean active,
    String correlation,
    Display display,
    String closeCode,
    String approval,
    String parent,
    Optional<Instant> closedAt) {

  /** A reference of incidents to another. */
  static final String PARENT = "parent_incident";

  /** The fields that it takes to read one. */
  static final String FIELDS =
      "sys_id,number,state,active,correlation_id,correlation_display,close_code,approval,"
          + "resolved_at,closed_at,"
          + PARENT;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /**
   * {@code poolkeeper open warning pkd-… pkd-…}: what the record was told last.
   *
   * @param deliveries marks of the last ones, newest first
   */
  record Display(boolean over, String severity, List<String> deliveries) {

    /** As many as the field has room for. */
    private static final int MOST = 3;

    private static final int FIRST = 3;

    Display {
      deliveries = List.copyOf(deliveries);
    }

    static Display of(String text) {
      List<String> words = List.of(text.split(" ", -1));
      return words.size() >= FIRST
          ? new Display(
              words.get(1).equals("over"), words.get(2), words.subList(FIRST, words.size()))
          : new Display(false, "", List.of());
    }

    boolean has(String delivery) {
      return deliveries.contains(delivery);
    }

    /** After one more delivery. */
    Display told(boolean isOver, String as, String delivery) {
      return new Display(
          isOver, as, Stream.concat(Stream.of(delivery), deliveries.stream()).limit(MOST).toList());
    }

    static Display first(String severity, String delivery) {
      return new Display(false, severity, List.of(delivery));
    }

    String text() {
      return "poolkeeper %s %s %s"
          .formatted(over ? "over" : "open", severity, String.join(" ", deliveries));
    }
  }

  static ServiceNowRecord of(JsonNode record) {
    return new ServiceNowRecord(
        text(record, "sys_id"),
        text(record, "number"),
        text(record, "state"),
        text(record, "active").equals("true"),
        text(record, "correlation_id"),
        Display.of(text(record, "correlation_display")),
        text(record, "close_code"),
        text(record, "approval"),
        text(record, PARENT),
        Stream.of("closed_at", "resolved_at")
            .flatMap(field -> time(text(record, field)).stream())
            .findFirst());
  }

  static String text(JsonNode record, String field) {
    return record.path(field).stringValue("");
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
