package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.NightFailed;
import dev.poolkeeper.jobs.nightly.NightlyContext;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.KubernetesSimulator;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A live night that holds a Kubernetes Lease, and one that loses it between two steps. */
class LeaseNightIT {

  @TempDir private Path folder;

  /** Another takes the lease when a step begins. */
  private record Thief(String step, KubernetesSimulator cluster) implements Progress.Watch {

    @Override
    public void started(String begun) {
      if (begun.equals(step)) {
        ObjectNode lease =
            (ObjectNode) cluster.get("leases", "storage", "poolkeeper").orElseThrow();
        lease.withObjectProperty("spec").put("holderIdentity", "another");
        cluster.put("leases", lease);
      }
    }

    @Override
    public void finished(String ended, boolean well) {}

    @Override
    public <T> T asking(
        String whom, String what, Supplier<T> work, Function<T, Optional<String>> failure) {
      return work.get();
    }
  }

  @Test
  void nightThatLostItsLeaseStopsAndTheNextGoesOn() throws Exception {
    Path recording =
        SmallEstate.ofHealthyVolumes(3).write(folder.resolve("recording"), "2026-02-11");
    try (LiveEstateOnPorts estate =
        LiveEstateOnPorts.start(folder, recording, Generation.GOLDEYE_25_10)) {
      KubernetesSimulator cluster = estate.systems().cluster("prod-a");
      Path config =
          estate.configuration(
              "poolkeeper:\n",
              "poolkeeper:\n  lease: {namespace: storage, name: poolkeeper, duration: 15s}\n");
      Poolkeeper poolkeeper =
          estate
              .poolkeeper()
              .with("KUBECONFIG", config.resolveSibling("prod-a.kubeconfig").toString());

      assertThat(check(poolkeeper, config))
          .contains("storage/poolkeeper is not there yet: the first run makes it");
      stolenAt("findings", cluster, poolkeeper, config);
      assertThat(status(poolkeeper)).isEqualTo("1 running");
      assertThat(check(poolkeeper, config))
          .contains("storage/poolkeeper was taken by another at 20");
      int asked = estate.systems().nas("nas1").calls().size();

      // nobody renews the thief's
      Poolkeeper.Said said = estate.night(poolkeeper, config);

      assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
      assertThat(status(poolkeeper)).isEqualTo("1 complete");
      assertThat(estate.systems().nas("nas1").calls()).as("nothing is read again").hasSize(asked);
      JsonNode lease = cluster.get("leases", "storage", "poolkeeper").orElseThrow();
      assertThat(lease.path("spec").has("holderIdentity")).isFalse();
      assertThat(lease.path("spec").path("leaseTransitions").asInt()).isEqualTo(1);
    }
  }

  private static String check(Poolkeeper poolkeeper, Path config) {
    return poolkeeper.run("check", "--config", config.toString(), "-o", "json").output();
  }

  private void stolenAt(
      String step, KubernetesSimulator cluster, Poolkeeper poolkeeper, Path config) {
    Configuration configuration =
        new ConfigurationReader(poolkeeper.environment()).readLive(Optional.of(config));
    PrintStream silence =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Progress progress = new Progress(silence, false).watchedBy(new Thief(step, cluster));
    try (LedgerStore store = LedgerStore.server(configuration.database());
        NightlyContext night =
            NightlyContext.open(store.dataSource(), configuration, progress, Clock.systemUTC())) {
      assertThatThrownBy(
              () ->
                  night
                      .runner()
                      .run(Optional.empty(), Optional.empty(), poolkeeper.out(), false, "test"))
          .isInstanceOf(NightFailed.class)
          .hasMessageContaining(
              "failed in step findings: the Kubernetes Lease storage/poolkeeper is lost: it is held"
                  + " by another now");
    }
  }

  private static String status(Poolkeeper poolkeeper) {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      return ledger
          .sql()
          .sql("select attempt || ' ' || status from ledger.run")
          .query(String.class)
          .single();
    }
  }
}
