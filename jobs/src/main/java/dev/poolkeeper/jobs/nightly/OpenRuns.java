package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.readers.ledger.StagedInventory;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs that never came to their end. */
public final class OpenRuns {

  /**
   * A run to go on with.
   *
   * @param run id in the ledger
   */
  record Open(long run, long attempt) {}

  /** Tells whether an attempt at a night has finished its capture step. */
  @FunctionalInterface
  interface CaptureSteps {

    boolean finished(LocalDate night, long attempt);
  }

  private final JdbcClient jdbc;
  private final StagedInventory staged;
  private final RunWriter writer;

  public OpenRuns(JdbcClient jdbc, StagedInventory staged, RunWriter writer) {
    this.jdbc = jdbc;
    this.staged = staged;
    this.writer = writer;
  }

  /**
   * The killed run of this night, if it had read this very recording and what it had read is still
   * there. A newer recording starts anew.
   */
  Optional<Open> resumable(LocalDate night, String origin, Instant capturedAt) {
    return jdbc.sql(
            """
            select run_id, attempt from ledger.run
            where job = :job and run_on = :night and origin = :origin
                and captured_at = :capturedAt and finished_at is null
            order by attempt desc limit 1
            """)
        .param("job", NightlyJob.NAME)
        .param("night", night)
        .param("origin", origin)
        .param("capturedAt", capturedAt.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Open(row.getLong("run_id"), row.getLong("attempt")))
        .optional()
        .filter(open -> staged.intact(open.run()));
  }

  /**
   * The killed live run of this night, if it had read all these sources to the end. One that was
   * killed while it read starts anew: all of an inventory is of one time.
   */
  Optional<Open> resumableLive(LocalDate night, List<String> sources, CaptureSteps steps) {
    return jdbc.sql(
            """
            select run_id, attempt from ledger.run
            where job = :job and run_on = :night and origin = :origin and finished_at is null
            order by attempt desc limit 1
            """)
        .param("job", NightlyJob.NAME)
        .param("night", night)
        .param("origin", InventorySources.LIVE)
        .query((row, n) -> new Open(row.getLong("run_id"), row.getLong("attempt")))
        .optional()
        .filter(open -> steps.finished(night, open.attempt()))
        .filter(open -> sources(open.run()).equals(Set.copyOf(sources)))
        .filter(open -> staged.intact(open.run()));
  }

  private Set<String> sources(long run) {
    return jdbc.sql("select name from ledger.source where run_id = :run")
        .param("run", run)
        .query(String.class)
        .set();
  }

  /** When the inventory of a run was taken. */
  Instant capturedAt(long run) {
    return jdbc.sql("select captured_at from ledger.run where run_id = :run")
        .param("run", run)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  Open of(long run) {
    return jdbc.sql("select run_id, attempt from ledger.run where run_id = :run")
        .param("run", run)
        .query((row, n) -> new Open(row.getLong("run_id"), row.getLong("attempt")))
        .single();
  }

  /** Closes every other open run: under the run lock none of them is alive. */
  void abandonOthers(long run, Instant now) {
    jdbc.sql("select run_id from ledger.run where finished_at is null and run_id <> :run")
        .param("run", run)
        .query(Long.class)
        .list()
        .forEach(other -> writer.closed(other, "abandoned", now));
  }
}
