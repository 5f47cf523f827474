package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parent datasets under which drivers of registered clusters keep their volumes, learnt from
 * confirmed links. Scope only: a known parent never makes anything deletable.
 */
public final class KnownParents {

  private record Owner(String cluster, String driver) {}

  private final Map<Owner, Map<String, Set<String>>> parents = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> clusters = new HashMap<>();

  void learn(String cluster, String driver, Dataset dataset) {
    Optional<String> parent = dataset.parent();
    if (parent.isEmpty()) {
      return;
    }
    add(parents.computeIfAbsent(new Owner(cluster, driver), o -> new HashMap<>()), dataset);
    clusters
        .computeIfAbsent(dataset.nas(), n -> new HashMap<>())
        .computeIfAbsent(parent.get(), p -> new TreeSet<>())
        .add(cluster);
  }

  private static void add(Map<String, Set<String>> byNas, Dataset dataset) {
    byNas.computeIfAbsent(dataset.nas(), n -> new TreeSet<>()).add(dataset.parent().orElseThrow());
  }

  /** Parents on one NAS of one cluster's driver. */
  public Set<String> of(String cluster, String driver, String nas) {
    return parents.getOrDefault(new Owner(cluster, driver), Map.of()).getOrDefault(nas, Set.of());
  }

  /** Systems on which one cluster's driver is known to keep volumes. */
  public Set<String> nasOf(String cluster, String driver) {
    return new TreeSet<>(parents.getOrDefault(new Owner(cluster, driver), Map.of()).keySet());
  }

  /** The registered clusters that keep volumes beside this dataset; empty when none is known to. */
  public Set<String> clustersBeside(Dataset dataset) {
    return dataset.parent().map(p -> clustersUnder(dataset.nas(), p)).orElse(Set.of());
  }

  /** The registered clusters that keep volumes in this dataset; empty when none is known to. */
  public Set<String> clustersUnder(String nas, String parent) {
    return clusters.getOrDefault(nas, Map.of()).getOrDefault(parent, Set.of());
  }

  /** All datasets of one NAS that hold volumes of registered clusters. */
  public Set<String> on(String nas) {
    return clusters.getOrDefault(nas, Map.of()).keySet();
  }
}
