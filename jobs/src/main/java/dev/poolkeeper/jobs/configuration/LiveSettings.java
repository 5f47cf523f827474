package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import java.util.List;

/** {@code poolkeeper.clusters} and {@code poolkeeper.nas}: the live systems, with their secrets. */
public record LiveSettings(List<ClusterAccess> clusters, List<NasSettings> nas) {

  public LiveSettings {
    clusters = List.copyOf(clusters);
    nas = List.copyOf(nas);
  }
}
