package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a run has staged, as the inventory the analysers take. */
public final class StagedInventory {

  private static final int FETCH_ROWS = 2000;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  public StagedInventory(DataSource dataSource, JsonMapper json) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH_ROWS);
    this.json = json;
  }

  /** Everything that was staged. Call inside a transaction, so that rows come in portions. */
  public Inventory read(long runId) {
    return new Inventory(estate(runId), captures(runId), objects(runId));
  }

  /** Only how the parts were read, without their objects. */
  public Inventory withoutObjects(long runId) {
    return new Inventory(estate(runId), captures(runId), Stream.empty());
  }

  /** Whether staging still holds all that the captures say was read; a crash empties it. */
  public boolean intact(long runId) {
    return JdbcClient.create(jdbc)
        .sql(
            """
            select coalesce(sum(row_count), 0) = (
                select count(*) from staging.object where run_id = :run and kind <> 'matches'
            )
            from ledger.capture where run_id = :run
            """)
        .param("run", runId)
        .query(Boolean.class)
        .single();
  }

  private Estate estate(long runId) {
    Map<String, List<String>> addresses = new HashMap<>();
    List<String> clusters = new ArrayList<>();
    List<String> nas = new ArrayList<>();
    jdbc.query(
        "select name, side, addresses from ledger.source where run_id = ?",
        row -> {
          (row.getString("side").equals("cluster") ? clusters : nas).add(row.getString("name"));
          addresses.put(row.getString("name"), Columns.texts(row, "addresses"));
        },
        runId);
    Instant capturedAt =
        JdbcClient.create(jdbc)
            .sql("select captured_at from ledger.run where run_id = :run")
            .param("run", runId)
            .query((row, n) -> Columns.instant(row, "captured_at"))
            .single();
    return new Estate(capturedAt, clusters, nas, addresses);
  }

  private List<Capture> captures(long runId) {
    return jdbc.query(
        """
        select source, kind, status, row_count, millis, problems::text as problems
        from ledger.capture where run_id = ?
        """,
        (row, n) -> capture(row),
        runId);
  }

  private Capture capture(ResultSet row) throws SQLException {
    String status = row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_');
    CaptureProblem[] problems = json.readValue(row.getString("problems"), CaptureProblem[].class);
    return new Capture(
        row.getString("source"),
        ObjectKind.named(row.getString("kind")).orElseThrow(),
        CaptureStatus.valueOf(status),
        row.getLong("row_count"),
        row.getLong("millis"),
        List.of(problems));
  }

  private Stream<InventoryObject> objects(long runId) {
    List<InventoryObject> objects = new ArrayList<>();
    StagedObjects portion = new StagedObjects(json, FETCH_ROWS, objects::addAll);
    jdbc.query(
        """
        select kind, attributes::text as attributes, usage::text as usage
        from staging.object where run_id = ? and kind <> 'matches'
        """,
        row -> {
          portion.add(row.getString("kind"), row.getString("attributes"), row.getString("usage"));
        },
        runId);
    portion.end();
    return objects.stream();
  }
}
