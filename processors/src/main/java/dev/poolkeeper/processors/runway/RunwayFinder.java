package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.Runway.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says of every pool, NAS, cluster, namespace and StorageClass of a night how long there is room.
 *
 * <p>A pool has its own forecast. A NAS is the sum of its pools, each of which fills by itself; a
 * namespace or StorageClass lasts as long as the soonest of the pools that its volumes lie on; a
 * cluster likewise, and uses what its namespaces use. A sum with an unknown part is unknown.
 */
public final class RunwayFinder {

  private static final Set<SeriesKind> OF_INTEREST =
      Set.of(SeriesKind.POOL, SeriesKind.NAMESPACE, SeriesKind.STORAGE_CLASS);

  private final PoolRunway poolRunway;

  public RunwayFinder(RunwayPolicy policy) {
    this.poolRunway = new PoolRunway(policy);
  }

  /**
   * All runways: pools, NAS, clusters, namespaces, StorageClasses, each by subject. Pure; the order
   * of the input does not matter.
   *
   * @param pools those of the night
   * @param outlooks the night's forecasts of pools, namespaces and StorageClasses; others are left
   *     alone
   * @param grounds what lies on which pool
   */
  public List<Runway> find(
      List<PoolNow> pools, List<SeriesOutlook> outlooks, Collection<Ground> grounds) {
    Map<Subject, SeriesOutlook> forecast = new TreeMap<>();
    outlooks.stream()
        .filter(outlook -> OF_INTEREST.contains(outlook.kind()))
        .forEach(outlook -> forecast.put(outlook.key().subject(), outlook));
    Map<Subject, Runway> runways = new TreeMap<>();
    pools.forEach(
        pool ->
            runways.put(
                pool.pool(), poolRunway.of(pool, Optional.ofNullable(forecast.get(pool.pool())))));
    List<Runway> all = new ArrayList<>(runways.values());
    all.addAll(nas(runways.values()));
    GroupRunways groups = new GroupRunways(runways, forecast, grounds);
    all.addAll(groups.clusters());
    all.addAll(groups.of(Kind.NAMESPACE));
    all.addAll(groups.of(Kind.STORAGE_CLASS));
    return List.copyOf(all);
  }

  private static List<Runway> nas(Collection<Runway> pools) {
    Map<String, List<Runway>> byNas = new TreeMap<>();
    pools.forEach(
        pool -> byNas.computeIfAbsent(pool.subject().source(), n -> new ArrayList<>()).add(pool));
    return byNas.entrySet().stream()
        .map(
            nas ->
                GroupRunway.of(
                    Subject.ofSource(nas.getKey()),
                    Kind.NAS,
                    AmountSums.of(nas.getValue().stream().map(Runway::amounts).toList()),
                    nas.getValue(),
                    List.of()))
        .toList();
  }
}
