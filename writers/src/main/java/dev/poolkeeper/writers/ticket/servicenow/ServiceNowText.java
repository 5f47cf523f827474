package dev.poolkeeper.writers.ticket.servicenow;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a record shall be: what is kept in the ledger until it is so.
 *
 * @param table that it is in
 * @param correlation what it is known by, {@code correlation_id}
 * @param matter what correlations of all plans of the same matter start with
 * @param note for {@code work_notes}; not used where the record is made
 * @param group correlation of its group's record; empty when it belongs to none
 * @param fields short_description, description, impact and urgency
 */
record ServiceNowText(
    int schemaVersion,
    String kind,
    String topic,
    String severity,
    String table,
    String correlation,
    String matter,
    Optional<String> group,
    String note,
    Map<String, String> fields,
    Optional<String> planHash) {

  static final int SCHEMA_VERSION = 1;

  ServiceNowText {
    requireNonNull(kind, "kind");
    requireNonNull(topic, "topic");
    requireNonNull(severity, "severity");
    requireNonNull(table, "table");
    requireNonNull(correlation, "correlation");
    requireNonNull(matter, "matter");
    requireNonNull(group, "group");
    requireNonNull(note, "note");
    fields = new TreeMap<>(fields);
    requireNonNull(planHash, "planHash");
  }

  boolean over() {
    return kind.equals("recovered");
  }

  boolean back() {
    return kind.equals("reopened") || kind.equals("opened");
  }
}
