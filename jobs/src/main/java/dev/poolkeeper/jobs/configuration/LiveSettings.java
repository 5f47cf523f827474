package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import java.util.List;

/**
 * {@code poolkeeper.clusters} and {@code poolkeeper.nas}: the live systems, with their secrets.
 *
 * @param executors who acts on them; none when read for a command that only looks
 */
public record LiveSettings(
    List<ClusterAccess> clusters, List<NasSettings> nas, ExecutorSettings executors) {

  public LiveSettings {
    clusters = List.copyOf(clusters);
    nas = List.copyOf(nas);
  }

  public LiveSettings(List<ClusterAccess> clusters, List<NasSettings> nas) {
    this(clusters, nas, ExecutorSettings.NONE);
  }
}
