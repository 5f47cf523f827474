package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one part of the inventory into staging, by COPY on the transaction's own connection.
 * Writing a part again replaces it, so a repeated step leaves no second row.
 */
public final class StagingWriter {

  private record Staged(Capture capture, long byName) {}

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final JsonMapper json;

  public StagingWriter(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
    this.json = json;
  }

  /**
   * @param read reads the part into the given sink and says how it went; it cannot ask the ledger,
   *     whose connection is busy meanwhile
   * @return what {@code read} said, after both rows and statement are written
   */
  public Capture stage(
      long runId, String source, ObjectKind kind, Function<InventorySink, Capture> read) {
    StagedPart part = new StagedPart(runId, source, kind);
    Staged staged = copy(part, read);
    if (staged.byName() > 0) {
      remember(part);
    }
    write(runId, staged);
    return staged.capture();
  }

  private Staged copy(StagedPart part, Function<InventorySink, Capture> read) {
    ConnectionCallback<Staged> copying =
        connection -> {
          try (StagingCopy copy = new StagingCopy(connection, part, json)) {
            Capture capture = read.apply(copy);
            copy.end();
            return new Staged(capture, copy.byName());
          }
        };
    Staged staged = jdbc.execute(copying);
    if (staged == null) {
      throw new IllegalStateException("reading " + part + " gave nothing");
    }
    return staged;
  }

  /**
   * Completes what was listed by name only with what the ledger remembers of the very same object:
   * of the same name and the same transaction group. What it does not know stays unknown.
   */
  private void remember(StagedPart part) {
    client
        .sql(
            """
            update staging.object as staged
            set attributes = version.attributes,
                usage = coalesce(staged.usage, '{}'::jsonb) || jsonb_build_object(
                    'usedBytes', kept.used_bytes, 'referencedBytes', kept.referenced_bytes)
            from ledger.object
            join ledger.version using (object_id)
            left join ledger.snapshot_usage as kept using (object_id)
            where staged.run_id = :run and staged.source = :source and staged.kind = :kind
                and staged.by_name
                and object.kind = staged.kind and object.subject = staged.subject
                and version.valid_to is null
                and version.attributes ->> 'createTxg' = staged.attributes ->> 'createTxg'
            """)
        .param("run", part.runId())
        .param("source", part.source())
        .param("kind", part.kind().plural())
        .update();
  }

  private void write(long runId, Staged staged) {
    Capture capture = staged.capture();
    client
        .sql(
            """
            insert into ledger.capture (
                run_id, source, kind, status, row_count, millis, problems, by_name_count
            )
            values (:run, :source, :kind, :status, :rows, :millis, :problems::jsonb, :byName)
            on conflict (run_id, source, kind) do update set
                status = excluded.status, row_count = excluded.row_count,
                millis = excluded.millis, problems = excluded.problems,
                by_name_count = excluded.by_name_count
            """)
        .param("run", runId)
        .param("source", capture.source())
        .param("kind", capture.kind().plural())
        .param("status", Words.of(capture.status()))
        .param("rows", capture.rows())
        .param("millis", capture.millis())
        .param("byName", staged.byName())
        .param(
            "problems", json.writeValueAsString(capture.problems()).replace("\\u0000", "\\ufffd"))
        .update();
  }

  /** Writes down how a source was reached. */
  public void contact(long runId, SourceContact contact) {
    client
        .sql(
            """
            update ledger.source set api = :api, calls = :calls, remarks = :remarks
            where run_id = :run and name = :name
            """)
        .param("api", contact.api())
        .param("calls", contact.calls())
        .param("remarks", contact.remarks().toArray(new String[0]))
        .param("run", runId)
        .param("name", contact.source())
        .update();
  }
}
