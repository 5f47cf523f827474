package dev.poolkeeper.jobs.live;

import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.jobs.nightly.ClaimHistory;
import dev.poolkeeper.processors.history.ClaimDay;
import dev.poolkeeper.processors.history.DayRange;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.PrometheusAccess;
import dev.poolkeeper.readers.kubernetes.live.PrometheusHistory;
import dev.poolkeeper.readers.source.Retry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Past fill levels from the Prometheus of each configured cluster; a recorded night asks none. */
public final class ConfiguredClaimHistory implements ClaimHistory {

  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final List<ClusterAccess> clusters;
  private final ObservationRegistry observations;

  /**
   * @param live the live systems; empty for a night that reads none
   * @param observations who is told of every call
   */
  public ConfiguredClaimHistory(Optional<LiveSettings> live, ObservationRegistry observations) {
    this.observations = observations;
    this.clusters = live.map(LiveSettings::clusters).orElse(List.of());
  }

  @Override
  public int daysBack(String cluster) {
    return access(cluster).flatMap(ClusterAccess::prometheus).map(PrometheusAccess::days).orElse(0);
  }

  @Override
  public void read(String cluster, DayRange days, Consumer<ClaimDay> found) {
    ClusterAccess access = access(cluster).orElseThrow();
    new PrometheusHistory(
            cluster,
            access.prometheus().orElseThrow(),
            access.callTimeout(),
            new Retry(ATTEMPTS, FIRST_PAUSE),
            observations)
        .stream(days.first(), days.last(), found);
  }

  private Optional<ClusterAccess> access(String cluster) {
    return clusters.stream().filter(access -> access.name().equals(cluster)).findFirst();
  }
}
