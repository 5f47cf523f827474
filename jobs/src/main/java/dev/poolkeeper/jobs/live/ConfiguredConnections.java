package dev.poolkeeper.jobs.live;

import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.jobs.configuration.NasSettings;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.LiveCluster;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import dev.poolkeeper.readers.truenas.live.LiveNas;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** The real thing: opens what the configuration names. */
public final class ConfiguredConnections implements LiveConnections {

  /** Enough for a restarting API server; what lasts longer is reported, not waited for. */
  private static final int ATTEMPTS = 4;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final LiveSettings settings;
  private final Function<NasSettings, KnownSnapshots> known;
  private final Clock clock;
  private final ObservationRegistry observations;

  /**
   * @param known which snapshots of a NAS need not be asked for again
   */
  public ConfiguredConnections(
      LiveSettings settings, Function<NasSettings, KnownSnapshots> known, Clock clock) {
    this(settings, known, clock, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public ConfiguredConnections(
      LiveSettings settings,
      Function<NasSettings, KnownSnapshots> known,
      Clock clock,
      ObservationRegistry observations) {
    this.observations = observations;
    this.settings = settings;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public LiveSource open(String source) {
    Retry retry = new Retry(ATTEMPTS, FIRST_PAUSE);
    for (ClusterAccess cluster : settings.clusters()) {
      if (cluster.name().equals(source)) {
        return new LiveCluster(cluster, retry, clock, observations);
      }
    }
    for (NasSettings nas : settings.nas()) {
      if (nas.name().equals(source)) {
        return new LiveNas(nas.access(), known.apply(nas), retry, clock, observations);
      }
    }
    throw new IllegalArgumentException(source + " is no source of this configuration");
  }
}
