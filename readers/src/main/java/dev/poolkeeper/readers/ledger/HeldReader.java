package dev.poolkeeper.readers.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which lists a run does not believe, as its reconcile step found. */
public final class HeldReader {

  private final JdbcTemplate jdbc;

  public HeldReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Reason by part, {@code nas1/snapshots}, sorted by part. */
  public Map<String, String> read(long runId) {
    Map<String, String> held = new TreeMap<>();
    jdbc.query(
        "select part, reason from staging.held where run_id = ?",
        row -> {
          held.put(row.getString("part"), row.getString("reason"));
        },
        runId);
    return held;
  }
}
