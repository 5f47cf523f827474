package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the ledger say of a night what a run has staged. Doing it again for the same night replaces
 * that night and leaves the others alone.
 */
public final class LedgerWriter {

  private static final List<String> TABLES =
      List.of(
          "staging.object", "staging.held", "staging.verdict", "staging.ruling", "staging.series");

  private final JdbcClient jdbc;

  public LedgerWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes down which sources the run has. */
  public void sources(long runId, Estate estate) {
    jdbc.sql("delete from ledger.source where run_id = :run").param("run", runId).update();
    for (String name : estate.sources()) {
      jdbc.sql(
              """
              insert into ledger.source (run_id, name, side, addresses)
              values (:run, :name, :side, :addresses)
              """)
          .param("run", runId)
          .param("name", name)
          .param("side", Words.of(estate.sideOf(name)))
          .param(
              "addresses", estate.addresses().getOrDefault(name, List.of()).toArray(new String[0]))
          .update();
    }
  }

  /** Takes in what a run has read. What its lists lack stays for now as it was the night before. */
  public void absorb(long runId, LocalDate runOn, List<Capture> captures) {
    analyzeStaging();
    jdbc.sql("select ledger.ensure_month(:day)").param("day", runOn).query((row, n) -> 0).list();
    for (Capture capture : captures) {
      absorb(runId, runOn, capture.source(), capture.kind().plural(), false);
    }
  }

  /**
   * Ends what the lists of a run lack, as far as they are believed, and takes in its join.
   *
   * @param inventory its clusters and how all parts were read
   * @param held parts that are distrusted: what they lack is not taken as gone
   */
  public void conclude(long runId, LocalDate runOn, Inventory inventory, Set<String> held) {
    Set<String> believed = believed(inventory.captures(), held);
    // the join was staged since, and the planner must know of it
    analyzeStaging();
    for (String cluster : inventory.estate().clusters()) {
      boolean complete =
          believed.contains(cluster + "/" + ObjectKind.PERSISTENT_VOLUME.plural())
              && believed.contains(cluster + "/" + ObjectKind.VOLUME_SNAPSHOT_CONTENT.plural());
      absorb(runId, runOn, cluster, MatchWriter.KIND, complete);
    }
    // on a first night nothing was ever analyzed: every row would be compared with every other
    refreshStatistics(runOn);
    for (Capture capture : inventory.captures()) {
      if (believed.contains(capture.part())) {
        endMissing(runId, runOn, capture);
      }
    }
    jdbc.sql("update ledger.run set absorbed = true where run_id = :run")
        .param("run", runId)
        .update();
  }

  /** Only the columns that rows are asked for by: the others are wide. */
  private void analyzeStaging() {
    jdbc.sql("analyze staging.object (run_id, source, kind, subject)").update();
  }

  private void refreshStatistics(LocalDate runOn) {
    jdbc.sql("select ledger.refresh_statistics(:day)")
        .param("day", runOn)
        .query((row, n) -> 0)
        .list();
  }

  private void endMissing(long runId, LocalDate runOn, Capture capture) {
    jdbc.sql("select ledger.end_missing(:run, :source, :kind, :day)")
        .param("run", runId)
        .param("source", capture.source())
        .param("kind", capture.kind().plural())
        .param("day", runOn)
        .query((row, n) -> 0)
        .list();
  }

  private static Set<String> believed(List<Capture> captures, Set<String> held) {
    return captures.stream()
        .filter(capture -> capture.status() == CaptureStatus.COMPLETE)
        .map(Capture::part)
        .filter(part -> !held.contains(part))
        .collect(Collectors.toSet());
  }

  private void absorb(long runId, LocalDate runOn, String source, String kind, boolean complete) {
    jdbc.sql("select ledger.absorb(:run, :source, :kind, :day, :complete)")
        .param("run", runId)
        .param("source", source)
        .param("kind", kind)
        .param("day", runOn)
        .param("complete", complete)
        .query((row, n) -> 0)
        .list();
  }

  /** Forgets what a finished run had staged. */
  public void clearStaging(long runId) {
    clearStaging("run_id = :run", runId);
  }

  /** Forgets what all other runs had staged; under the run lock none of them needs it any more. */
  public void clearStagingOfOthers(long runId) {
    clearStaging("run_id <> :run", runId);
  }

  private void clearStaging(String which, long runId) {
    for (String table : TABLES) {
      jdbc.sql("delete from " + table + " where " + which).param("run", runId).update();
    }
  }
}
