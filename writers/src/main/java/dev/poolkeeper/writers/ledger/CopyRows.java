package dev.poolkeeper.writers.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends many rows in one COPY, on the transaction's own connection. */
final class CopyRows {

  private final JdbcTemplate jdbc;

  CopyRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param statement {@code copy TABLE (COLUMNS) from stdin}
   * @param line writes one item and ends its row
   */
  <T> void send(String statement, List<T> items, BiFunction<CopyText, T, byte[]> line) {
    if (items.isEmpty()) {
      return;
    }
    ConnectionCallback<Long> copying =
        connection -> {
          CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
          CopyText row = new CopyText();
          for (T item : items) {
            send(copy, line.apply(row, item));
          }
          return copy.endCopy();
        };
    jdbc.execute(copying);
  }

  private static void send(CopyIn copy, byte[] line) {
    try {
      copy.writeToCopy(line, 0, line.length);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("COPY into the ledger failed", e));
    }
  }
}
