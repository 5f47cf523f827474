package dev.poolkeeper.writers.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Removes from the ledger what is too old to be kept, and notes how much that was. Doing it again
 * finds nothing to do. Call inside a transaction.
 */
public final class Housekeeper {

  /**
   * What went.
   *
   * @param what the table, and what of it where that is not all of its rows
   * @param before only what is of an earlier day could go
   * @param rows how many went
   */
  public record Removal(String what, LocalDate before, long rows) {}

  /** For how long an episode matters once it is over, with ample room. */
  private static final int EPISODE_DAYS = 35;

  /** A site's own thresholds are fitted to the peaks of a year. */
  private static final int PEAK_DAYS = 400;

  /** Results of a night, keyed by it, of which only their age says whether they are kept. */
  private static final List<String> RESULTS =
      List.of(
          "anomaly",
          "runway",
          "growth_window",
          "scenario",
          "backtest",
          "exception_night",
          "source_score",
          "dataset_retention",
          "task_retention",
          "promise",
          "protection",
          "protection_night",
          "snapshot_holding",
          "proposal_night",
          "proposal_review",
          "outbox");

  private final JdbcTemplate jdbc;

  public Housekeeper(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Facts of every day become facts of every week, and later of every month. */
  public List<Removal> facts(LocalDate weeklyBefore, LocalDate monthlyBefore) {
    return List.of(
        new Removal(
            "usage: days within a week or month",
            weeklyBefore,
            call("select ledger.thin_usage(?, ?)", weeklyBefore, monthlyBefore)),
        new Removal(
            "tally: days within a week or month",
            weeklyBefore,
            call("select ledger.thin_tally(?, ?)", weeklyBefore, monthlyBefore)));
  }

  /** What nights forecast, by the month, and what was learned of series that are gone. */
  public List<Removal> forecasts(LocalDate before, LocalDate examinedBefore) {
    return List.of(
        new Removal("forecast", before, call("select ledger.drop_forecasts(?)", before)),
        new Removal("growth_score", before, delete("growth_score where run_on < ?", before)),
        new Removal(
            "growth_state: of series that are gone",
            examinedBefore,
            delete("growth_state where examined_on < ?", examinedBefore)));
  }

  /** What nights and weekly runs found, but for findings that are open. */
  public List<Removal> results(LocalDate night, LocalDate before) {
    List<Removal> removals = new ArrayList<>();
    removals.add(
        new Removal(
            "finding_night: of resolved findings, nights without a change",
            before,
            call("select ledger.prune_finding_nights(?)", before)));
    for (String table : RESULTS) {
      removals.add(new Removal(table, before, delete(table + " where run_on < ?", before)));
    }
    // the next night goes on from the last one that judged, however long ago that was
    LocalDate episodes = night.minusDays(EPISODE_DAYS);
    removals.add(
        new Removal(
            "anomaly_episode",
            episodes,
            delete(
                """
                anomaly_episode
                where run_on < ? and run_on < (select max(run_on) from ledger.anomaly_night)
                """,
                episodes)));
    LocalDate peaks = night.minusDays(PEAK_DAYS);
    removals.add(new Removal("anomaly_peak", peaks, delete("anomaly_peak where day < ?", peaks)));
    removals.add(new Removal("anomaly_day", peaks, delete("anomaly_day where day < ?", peaks)));
    return removals;
  }

  /** ZFS snapshots that are gone. */
  public List<Removal> snapshots(LocalDate goneBefore) {
    return List.of(
        new Removal(
            "object: ZFS snapshots that are gone",
            goneBefore,
            call("select ledger.prune_gone_snapshots(?)", goneBefore)));
  }

  /** Rows of Spring Batch. */
  public List<Removal> batch(LocalDate endedBefore) {
    return List.of(
        new Removal(
            "batch: executions of jobs",
            endedBefore,
            call("select ledger.prune_batch(?)", endedBefore)));
  }

  /**
   * Notes what a step of a run removed.
   *
   * @param place of its first line among those of the run
   */
  public void told(long run, int place, List<Removal> removals) {
    for (int i = 0; i < removals.size(); i++) {
      Removal removal = removals.get(i);
      jdbc.update(
          """
          insert into ledger.removal (run_id, place, what, before_on, removed)
          values (?, ?, ?, ?, ?)
          """,
          run,
          place + i,
          removal.what(),
          removal.before(),
          removal.rows());
    }
  }

  private long call(String statement, LocalDate... days) {
    Long rows = jdbc.queryForObject(statement, Long.class, (Object[]) days);
    return rows == null ? 0 : rows;
  }

  private long delete(String which, LocalDate before) {
    return jdbc.update("delete from ledger." + which, before);
  }
}
