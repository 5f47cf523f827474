package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.LedgerDump;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that is run again is replaced, and no other night changes. */
class RerunIT {

  private static final SmallEstate BEFORE = SmallEstate.ofHealthyVolumes(6).leftover("left");

  @TempDir private Path folder;

  private static SmallEstate after() {
    return SmallEstate.ofHealthyVolumes(7).used("steady-1", 5L << 30).lost("gone");
  }

  private void night(Poolkeeper poolkeeper, SmallEstate estate, String date) {
    Poolkeeper.Said said = poolkeeper.night(estate.write(folder.resolve("e-" + date), date));
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
  }

  private static Map<String, List<String>> dump(Poolkeeper poolkeeper) {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      return LedgerDump.of(ledger.sql());
    }
  }

  private static List<String> runs(Poolkeeper poolkeeper) {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      return ledger
          .sql()
          .sql("select run_on || ' ' || attempt || ' ' || status from ledger.run order by run_id")
          .query(String.class)
          .list();
    }
  }

  @Test
  void theSameAgainChangesNothingButTheAttempt() {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    night(poolkeeper, BEFORE, "2026-02-10");
    Map<String, List<String>> once = dump(poolkeeper);
    night(poolkeeper, BEFORE, "2026-02-10");

    assertThat(dump(poolkeeper)).isEqualTo(once);
    assertThat(runs(poolkeeper)).containsExactly("2026-02-10 1 complete", "2026-02-10 2 complete");
  }

  @Test
  void otherContentReplacesTheNightAsIfItHadAlwaysBeenSo() throws Exception {
    Poolkeeper twice = SharedServer.poolkeeper(Files.createDirectory(folder.resolve("twice")));
    night(twice, BEFORE, "2026-02-10");
    night(twice, BEFORE, "2026-02-11");
    night(twice, after(), "2026-02-11");
    Poolkeeper once = SharedServer.poolkeeper(Files.createDirectory(folder.resolve("once")));
    night(once, BEFORE, "2026-02-10");
    night(once, after(), "2026-02-11");

    assertThat(dump(twice)).isEqualTo(dump(once));
  }

  @Test
  void anOlderNightLeavesTheLaterOnesAlone() throws Exception {
    Poolkeeper shuffled =
        SharedServer.poolkeeper(Files.createDirectory(folder.resolve("shuffled")));
    night(shuffled, BEFORE, "2026-01-30");
    night(shuffled, BEFORE, "2026-01-31");
    night(shuffled, BEFORE, "2026-02-01");
    Map<String, List<String>> straight = dump(shuffled);
    night(shuffled, after(), "2026-01-31");

    Map<String, List<String>> later = dump(shuffled);
    assertThat(ofNight(later, "usage", "2026-02-01"))
        .isEqualTo(ofNight(straight, "usage", "2026-02-01"));
    assertThat(ofNight(later, "findings", "2026-02-01"))
        .isEqualTo(ofNight(straight, "findings", "2026-02-01"));
    assertThat(subjects(shuffled, "2026-01-31")).contains(SmallEstate.VOLUMES + "gone");
    assertThat(subjects(shuffled, "2026-02-01"))
        .isEqualTo(subjects(shuffled, "2026-01-30"))
        .doesNotContain(SmallEstate.VOLUMES + "gone", SmallEstate.VOLUMES + "steady-7");
    night(shuffled, BEFORE, "2026-01-31");
    assertThat(dump(shuffled)).isEqualTo(straight);
  }

  private static List<String> ofNight(Map<String, List<String>> dump, String what, String date) {
    return dump.getOrDefault(what, List.of()).stream()
        .filter(line -> line.startsWith(date))
        .toList();
  }

  private static List<String> subjects(Poolkeeper poolkeeper, String date) {
    return poolkeeper
        .run("volumes", "-o", "json", "--date", date)
        .json()
        .valueStream()
        .map(volume -> volume.path("subject").asString())
        .toList();
  }
}
