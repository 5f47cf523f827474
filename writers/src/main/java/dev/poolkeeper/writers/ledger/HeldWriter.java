package dev.poolkeeper.writers.ledger;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands on which lists a run does not believe, to the steps that judge and make findings. */
public final class HeldWriter {

  private static final int BATCH = 100;

  private final JdbcTemplate jdbc;

  public HeldWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Replaces what a run holds.
   *
   * @param held reason by part, {@code nas1/snapshots}
   */
  public void write(long runId, Map<String, String> held) {
    jdbc.update("delete from staging.held where run_id = ?", runId);
    jdbc.batchUpdate(
        "insert into staging.held (run_id, part, reason) values (?, ?, ?)",
        held.entrySet(),
        BATCH,
        (statement, entry) -> {
          statement.setLong(1, runId);
          statement.setString(2, entry.getKey());
          statement.setString(3, entry.getValue());
        });
  }
}
