package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import java.util.Map;

/**
 * With which credentials a cleanup acts, by the names of clusters and TrueNAS systems. They are
 * never those that inventories are read with.
 */
public record ExecutorSettings(Map<String, ClusterAccess> clusters, Map<String, NasAccess> nas) {

  /** No cleanup acts anywhere. */
  public static final ExecutorSettings NONE = new ExecutorSettings(Map.of(), Map.of());

  public ExecutorSettings {
    clusters = Map.copyOf(clusters);
    nas = Map.copyOf(nas);
  }

  /** Whether a cleanup may act on this cluster or TrueNAS at all. */
  public boolean has(String source) {
    return clusters.containsKey(source) || nas.containsKey(source);
  }
}
