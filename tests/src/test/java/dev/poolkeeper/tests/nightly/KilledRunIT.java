package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.ChildRun;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.LedgerDump;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed without warning at each of their steps, and started again with the same
 * command. One night after the other in one ledger; a second ledger gets the same nights
 * undisturbed.
 */
class KilledRunIT {

  private record Moment(String step, long millisIntoIt) {}

  private static final List<Moment> MOMENTS =
      List.of(
          new Moment("capture", 0),
          new Moment("capture", 120),
          new Moment("reconcile", 0),
          new Moment("reconcile", 120),
          new Moment("orphans", 0),
          new Moment("findings", 0),
          new Moment("report", 0));
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final int VOLUMES = 800;

  @TempDir private Path folder;

  @Test
  void sameCommandFinishesWithoutDuplicateOrMissingRow() throws Exception {
    Poolkeeper killed = new Poolkeeper(Files.createDirectory(folder.resolve("killed")));
    Poolkeeper undisturbed =
        SharedServer.poolkeeper(Files.createDirectory(folder.resolve("undisturbed")));
    for (int i = 0; i < MOMENTS.size(); i++) {
      LocalDate night = FIRST.plusDays(i);
      Path estate = estate(i).write(folder.resolve("estate-" + i), night.toString());
      killAt(MOMENTS.get(i), killed, estate);

      Poolkeeper.Said said = killed.night(estate);

      assertThat(said.exitCode())
          .as("%s: %s", MOMENTS.get(i), said.errors())
          .isEqualTo(ExitCode.DONE);
      assertThat(undisturbed.night(estate).exitCode()).isEqualTo(ExitCode.DONE);
      assertReportsAreTheSame(killed, undisturbed, night);
    }
    assertThat(dump(killed)).isEqualTo(dump(undisturbed));
    assertResumedWhereItWas(killed);
  }

  private static SmallEstate estate(int night) {
    SmallEstate estate = SmallEstate.ofHealthyVolumes(VOLUMES).leftover("left");
    for (int i = 0; i <= night; i++) {
      estate.volume("made-on-night-" + i).snapshot("made-on-night-" + i, "snapshot-" + i);
    }
    return night % 2 == 0 ? estate.lost("comes-and-goes") : estate;
  }

  private static void killAt(Moment moment, Poolkeeper poolkeeper, Path estate) throws Exception {
    try (ChildRun child =
        ChildRun.start(
            poolkeeper.environment(),
            "run",
            "nightly",
            "--from",
            estate.toString(),
            "--out",
            poolkeeper.out().toString())) {
      child.awaitLog("step=" + moment.step() + " status=started");
      Thread.sleep(moment.millisIntoIt());
      child.kill();
    }
  }

  private static Map<String, List<String>> dump(Poolkeeper poolkeeper) {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(ledger.count("select count(*) from staging.object")).isZero();
      return LedgerDump.of(ledger.sql());
    }
  }

  private static void assertReportsAreTheSame(
      Poolkeeper killed, Poolkeeper undisturbed, LocalDate night) throws Exception {
    assertThat(report(killed, night)).isEqualTo(report(undisturbed, night));
  }

  /** The report but for how long the reading took. */
  private static String report(Poolkeeper poolkeeper, LocalDate night) throws Exception {
    return Files.readString(poolkeeper.out().resolve(night + "/nightly.json"))
        .replaceAll("\"millis\": \\d+", "");
  }

  /** One attempt each; what was done before the kill was not done again. */
  private static void assertResumedWhereItWas(Poolkeeper poolkeeper) {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(ledger.count("select count(*) from ledger.run")).isEqualTo(MOMENTS.size());
      assertThat(ledger.count("select max(attempt) from ledger.run")).isEqualTo(1);
      assertThat(
              ledger.count(
                  """
                  select max(times) from (
                      select count(*) as times from batch.batch_step_execution as step
                      join batch.batch_job_execution as execution using (job_execution_id)
                      where step.status = 'COMPLETED' and step.step_name not like '%:%'
                      group by execution.job_instance_id, step.step_name
                  ) as steps
                  """))
          .isEqualTo(1);
      assertThat(
              ledger.count(
                  "select count(*) from batch.batch_job_execution where status = 'STARTED'"))
          .isZero();
    }
  }

  @Test
  void resumedRunWritesWhereTheNewCommandSays() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    Path estate = estate(0).write(folder.resolve("estate"), "2026-02-01");
    killAt(new Moment("findings", 0), poolkeeper, estate);
    Path elsewhere = folder.resolve("elsewhere");

    Poolkeeper.Said said =
        poolkeeper.run(
            "run", "nightly", "--from", estate.toString(), "--out", elsewhere.toString());

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(elsewhere.resolve("2026-02-01/nightly.html")).isNotEmptyFile();
  }

  @Test
  void lostStagingMeansANewAttempt() throws Exception {
    Poolkeeper poolkeeper = new Poolkeeper(folder);
    Path estate = estate(0).write(folder.resolve("estate"), "2026-02-01");
    killAt(new Moment("orphans", 0), poolkeeper, estate);
    crashServer(poolkeeper.home());

    Poolkeeper.Said said = poolkeeper.night(estate);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(
              ledger
                  .sql()
                  .sql("select attempt || ' ' || status from ledger.run order by attempt")
                  .query(String.class)
                  .list())
          .containsExactly("1 abandoned", "2 complete");
    }
  }

  /** Postgres empties unlogged tables after a crash. */
  private static void crashServer(Path home) throws Exception {
    long pid = Long.parseLong(Files.readAllLines(home.resolve("ledger/postmaster.pid")).get(0));
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().get();
  }
}
