package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.turn.StopSignal;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.KubernetesSimulator;
import dev.poolkeeper.tests.support.ChildRun;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Live nights in a process of their own that gets SIGTERM, as in a pod of a drained node. */
class StoppedRunIT {

  private static final int SIGTERM = 143;

  @TempDir private Path folder;
  private LiveEstateOnPorts estate;
  private KubernetesSimulator cluster;
  private Poolkeeper poolkeeper;
  private Path config;

  @BeforeEach
  void start() {
    Path recording =
        SmallEstate.ofHealthyVolumes(400).write(folder.resolve("recording"), "2026-02-11");
    estate = LiveEstateOnPorts.start(folder, recording, Generation.GOLDEYE_25_10);
    cluster = estate.systems().cluster("prod-a");
    config =
        estate.configuration(
            "poolkeeper:\n",
            "poolkeeper:\n  lease: {namespace: storage, name: poolkeeper, duration: 60s}\n");
    poolkeeper =
        estate
            .poolkeeper()
            .with("KUBECONFIG", config.resolveSibling("prod-a.kubeconfig").toString());
  }

  @AfterEach
  void stop() {
    estate.close();
  }

  private ChildRun night() throws Exception {
    return ChildRun.start(
        poolkeeper.environment(),
        "run",
        "nightly",
        "--config",
        config.toString(),
        "--out",
        poolkeeper.out().toString());
  }

  private JsonNode lease() {
    return cluster.get("leases", "storage", "poolkeeper").orElseThrow().path("spec");
  }

  private void assertIsFree() {
    assertThat(lease().has("holderIdentity")).as("%s", lease()).isFalse();
  }

  private static String one(Ledger ledger, String sql) {
    return ledger.sql().sql(sql).query(String.class).single();
  }

  @Test
  void nightStopsBeforeItsNextStepAndTheNextPodGoesOnAtOnce() throws Exception {
    try (ChildRun pod = night()) {
      pod.awaitLog("step=reconcile status=started");
      assertThat(lease().path("holderIdentity").asString()).contains("_nightly_");

      assertThat(pod.terminate()).isEqualTo(SIGTERM);

      assertThat(pod.rest())
          .contains("signal=stop status=asked")
          .contains("was stopped by a signal (SIGTERM, Ctrl-C) in step history")
          .contains("Next: start it again; it goes on where it was");
    }
    assertIsFree();
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(one(ledger, "select status from batch.batch_job_execution")).isEqualTo("STOPPED");
      assertThat(one(ledger, "select status from ledger.run where finished_at is null"))
          .isEqualTo("running");
      assertThat(one(ledger, "select count(*)::text from pg_locks where locktype = 'advisory'"))
          .isEqualTo("0");
    }
    int asked = estate.systems().nas("nas1").calls().size();
    Instant begun = Instant.now();

    Poolkeeper.Said next = estate.night(poolkeeper, config);

    assertThat(next.exitCode()).as(next.toString()).isEqualTo(ExitCode.DONE);
    assertThat(Duration.between(begun, Instant.now()))
        .as("it did not wait for the Lease to run out")
        .isLessThan(Duration.ofSeconds(50));
    assertThat(estate.systems().nas("nas1").calls()).as("nothing is read again").hasSize(asked);
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(one(ledger, "select attempt || ' ' || status from ledger.run"))
          .isEqualTo("1 complete");
      assertThat(
              one(
                  ledger,
                  """
                  select count(*)::text from batch.batch_step_execution
                  where step_name = 'reconcile'
                  """))
          .as("reconcile was done before the stop")
          .isEqualTo("1");
    }
  }

  @Test
  void stepThatTakesTooLongIsLeftButTheLeaseIsGivenBack() throws Exception {
    cluster.faults().always("pods", Fault.slow(Duration.ofMinutes(2)));
    try (ChildRun pod = night()) {
      pod.awaitLog("step=capture status=started");
      Instant asked = Instant.now();

      assertThat(pod.terminate()).isEqualTo(SIGTERM);

      assertThat(Duration.between(asked, Instant.now()))
          .isBetween(StopSignal.LONGEST.minusSeconds(1), StopSignal.LONGEST.plusSeconds(5));
      assertThat(pod.rest()).contains("signal=stop status=left-within-a-step");
    }
    assertIsFree();
    cluster.faults().clear();

    Poolkeeper.Said next = estate.night(poolkeeper, config);

    assertThat(next.exitCode()).as(next.toString()).isEqualTo(ExitCode.DONE);
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(ledger.count("select count(*) from ledger.run where status = 'abandoned'"))
          .as("it was still reading, and an inventory is of one time")
          .isEqualTo(1);
    }
  }
}
