package dev.poolkeeper.tests.grafana;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger answers to a query.
 *
 * @param columns PostgreSQL's type by name, in order
 * @param rows values as texts
 */
record Answer(Map<String, String> columns, List<List<@Nullable String>> rows) {

  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "float4", "float8", "numeric");
  private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bool");

  /**
   * Statements are sent without parameters, as Grafana does.
   *
   * @throws SQLException when the ledger refuses the query
   */
  static Answer to(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      ResultSetMetaData data = rows.getMetaData();
      Map<String, String> columns = new LinkedHashMap<>();
      for (int i = 1; i <= data.getColumnCount(); i++) {
        if (columns.put(data.getColumnLabel(i), data.getColumnTypeName(i)) != null) {
          throw new SQLException("two columns are called " + data.getColumnLabel(i));
        }
      }
      List<List<@Nullable String>> texts = new ArrayList<>();
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(rows.getString(i));
        }
        texts.add(row);
      }
      return new Answer(columns, texts);
    }
  }

  boolean isNumber(String column) {
    return NUMBERS.contains(columns.getOrDefault(column, ""));
  }

  boolean isTime(String column) {
    return TIMES.contains(columns.getOrDefault(column, ""));
  }

  /** Columns of types that Grafana shows as something else than they are. */
  List<String> strange() {
    return columns.keySet().stream()
        .filter(name -> !isNumber(name) && !isTime(name))
        .filter(name -> !TEXTS.contains(columns.getOrDefault(name, "")))
        .toList();
  }

  long numbers() {
    return columns.keySet().stream().filter(this::isNumber).count();
  }

  List<@Nullable String> column(int place) {
    List<@Nullable String> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.get(place)));
    return values;
  }
}
