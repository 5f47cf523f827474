package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one part of the inventory into staging, by COPY on the transaction's own connection.
 * Writing a part again replaces it, so a repeated step leaves no second row.
 */
public final class StagingWriter {

  private static final String COPY =
      "copy staging.object (run_id, source, kind, subject, attributes, usage) from stdin";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  public StagingWriter(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param read reads the part into the given sink and says how it went
   * @return what {@code read} said, after both rows and statement are written
   */
  public Capture stage(
      long runId,
      String source,
      ObjectKind kind,
      Function<Consumer<InventoryObject>, Capture> read) {
    jdbc.update(
        "delete from staging.object where run_id = ? and source = ? and kind = ?",
        runId,
        source,
        kind.plural());
    Capture capture = copy(runId, source, kind, read);
    write(runId, capture);
    return capture;
  }

  private Capture copy(
      long runId,
      String source,
      ObjectKind kind,
      Function<Consumer<InventoryObject>, Capture> read) {
    ConnectionCallback<Capture> copying =
        connection -> {
          CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
          try {
            CopyText row = new CopyText();
            Capture capture =
                read.apply(
                    object -> {
                      StagedObject staged = StagedObject.of(object, json);
                      row.column(Long.toString(runId))
                          .column(source)
                          .column(kind.plural())
                          .column(staged.subject())
                          .json(staged.attributes())
                          .json(staged.usage());
                      send(copy, row.end());
                    });
            copy.endCopy();
            return capture;
          } finally {
            if (copy.isActive()) {
              copy.cancelCopy();
            }
          }
        };
    Capture capture = jdbc.execute(copying);
    if (capture == null) {
      throw new IllegalStateException("reading " + source + "/" + kind.plural() + " gave nothing");
    }
    return capture;
  }

  private static void send(CopyIn copy, byte[] row) {
    try {
      copy.writeToCopy(row, 0, row.length);
    } catch (SQLException e) {
      throw new UncheckedIOException(new java.io.IOException("COPY into staging failed", e));
    }
  }

  private void write(long runId, Capture capture) {
    JdbcClient.create(jdbc)
        .sql(
            """
            insert into ledger.capture (run_id, source, kind, status, row_count, millis, problems)
            values (:run, :source, :kind, :status, :rows, :millis, :problems::jsonb)
            on conflict (run_id, source, kind) do update set
                status = excluded.status, row_count = excluded.row_count,
                millis = excluded.millis, problems = excluded.problems
            """)
        .param("run", runId)
        .param("source", capture.source())
        .param("kind", capture.kind().plural())
        .param("status", Words.of(capture.status()))
        .param("rows", capture.rows())
        .param("millis", capture.millis())
        .param(
            "problems", json.writeValueAsString(capture.problems()).replace("\\u0000", "\\ufffd"))
        .update();
  }
}
