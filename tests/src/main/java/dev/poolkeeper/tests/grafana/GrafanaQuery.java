package dev.poolkeeper.tests.grafana;

import java.util.Set;

/**
 * A query that Grafana sends.
 *
 * @param where the file and what in it asks
 * @param kind of what asks: the type of a panel, {@code variable} or {@code alert}
 * @param series whether it is read as series over time
 * @param fields names that the panel refers to; any of its queries may give them
 */
public record GrafanaQuery(
    String where, String kind, boolean series, String sql, Set<String> fields) {

  public GrafanaQuery {
    fields = Set.copyOf(fields);
  }
}
