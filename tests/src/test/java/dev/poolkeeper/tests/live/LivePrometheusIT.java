package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.PrometheusSimulator;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past fill levels of claims, from a Prometheus to the ledger. */
class LivePrometheusIT {

  private static final long GIB = 1L << 30;

  @TempDir private Path folder;
  private final SimulatorTls tls = SimulatorTls.valid();

  private static Map<Instant, Double> samples(int days, long bytes) {
    Map<Instant, Double> samples = new TreeMap<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (int back = days; back >= 1; back--) {
      samples.put(
          today.minusDays(back).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), (double) bytes);
    }
    return samples;
  }

  private LiveEstateOnPorts start() {
    Path recording =
        SmallEstate.ofHealthyVolumes(2).write(folder.resolve("recording"), "2026-02-11");
    return LiveEstateOnPorts.start(folder, recording, Generation.GOLDEYE_25_10);
  }

  private Path configured(LiveEstateOnPorts estate, PrometheusSimulator prometheus) {
    return estate.configuration(
        "    - name: prod-a\n",
        "    - name: prod-a\n      prometheus: {url: '%s', ca-file: '%s', days: 20}\n"
            .formatted(prometheus.httpsUrl(), tls.caFile(folder.resolve("prometheus.crt"))));
  }

  @Test
  void pastDaysOfClaimsAreInTheLedgerAndMarked() {
    try (LiveEstateOnPorts estate = start();
        PrometheusSimulator prometheus = PrometheusSimulator.start(tls)) {
      Map<String, String> labels =
          Map.of("namespace", "media", "persistentvolumeclaim", "data-steady-1");
      prometheus.series("kubelet_volume_stats_used_bytes", labels, samples(10, 3 * GIB));
      prometheus.series("kubelet_volume_stats_capacity_bytes", labels, samples(10, 10 * GIB));
      Poolkeeper poolkeeper = estate.poolkeeper();

      Poolkeeper.Said night = estate.night(poolkeeper, configured(estate, prometheus));

      assertThat(night.exitCode()).as(night.toString()).isZero();
      try (Ledger ledger = Ledger.of(poolkeeper)) {
        assertThat(
                ledger.count(
                    "select count(*) from mart.claim_history where origin = 'prometheus'"
                        + " and used_bytes = "
                        + 3 * GIB
                        + " and capacity_bytes = "
                        + 10 * GIB))
            .isEqualTo(10);
      }
    }
  }

  @Test
  void prometheusThatFailsIsARemarkAndNoFailure() {
    try (LiveEstateOnPorts estate = start();
        PrometheusSimulator prometheus = PrometheusSimulator.start(tls)) {
      prometheus.faults().always(PrometheusSimulator.QUERY_RANGE, Fault.html(200));
      Poolkeeper poolkeeper = estate.poolkeeper();

      Poolkeeper.Said night = estate.night(poolkeeper, configured(estate, prometheus));

      assertThat(night.exitCode()).as(night.toString()).isZero();
      assertThat(LiveEstateOnPorts.report(poolkeeper).path("coverage").toString())
          .contains("Prometheus");
    }
  }
}
