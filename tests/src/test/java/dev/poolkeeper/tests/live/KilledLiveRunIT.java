package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.support.ChildRun;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live runs that are killed: what was read to the end is used, what was not is read anew. */
class KilledLiveRunIT {

  @TempDir private Path folder;

  private LiveEstateOnPorts start() {
    Path recording =
        SmallEstate.ofHealthyVolumes(3).write(folder.resolve("recording"), "2026-02-11");
    return LiveEstateOnPorts.start(folder, recording, Generation.GOLDEYE_25_10);
  }

  private static void killAt(String log, Poolkeeper poolkeeper, LiveEstateOnPorts estate)
      throws Exception {
    try (ChildRun child =
        ChildRun.start(
            poolkeeper.environment(),
            "run",
            "nightly",
            "--config",
            estate.configuration().toString(),
            "--out",
            poolkeeper.out().toString())) {
      child.awaitLog(log);
      child.kill();
    }
  }

  private static List<String> runs(Poolkeeper poolkeeper) {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      return ledger
          .sql()
          .sql("select attempt || ' ' || status from ledger.run order by attempt")
          .query(String.class)
          .list();
    }
  }

  @Test
  void runThatHadReadEverythingGoesOnWithIt() throws Exception {
    try (LiveEstateOnPorts estate = start()) {
      Poolkeeper poolkeeper = estate.poolkeeper();
      killAt("step=reconcile status=started", poolkeeper, estate);
      int asked = estate.systems().nas("nas1").calls().size();

      Poolkeeper.Said said = estate.night(poolkeeper, estate.configuration());

      assertThat(said.exitCode()).as(said.toString()).isZero();
      assertThat(runs(poolkeeper)).containsExactly("1 complete");
      assertThat(estate.systems().nas("nas1").calls()).hasSize(asked);
    }
  }

  @Test
  void runThatWasReadingIsBegunAnew() throws Exception {
    try (LiveEstateOnPorts estate = start()) {
      Poolkeeper poolkeeper = estate.poolkeeper();
      estate.systems().nas("nas1").faults().always("alert.list", Fault.stall());
      killAt("step=capture status=started", poolkeeper, estate);
      estate.systems().nas("nas1").faults().clear();

      Poolkeeper.Said said = estate.night(poolkeeper, estate.configuration());

      assertThat(said.exitCode()).as(said.toString()).isZero();
      assertThat(runs(poolkeeper)).containsExactly("1 abandoned", "2 complete");
    }
  }
}
