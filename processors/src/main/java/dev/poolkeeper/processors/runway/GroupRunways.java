package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.Runway.Amounts;
import dev.poolkeeper.processors.runway.Runway.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The runways of clusters, namespaces and StorageClasses, which have no room of their own. */
final class GroupRunways {

  private static final String UNTOLD = "how much it uses is not known";

  private final Map<Subject, Runway> pools;
  private final Map<Subject, SeriesOutlook> outlooks;
  private final Map<Kind, Map<Subject, SortedSet<Subject>>> grounds = new TreeMap<>();

  /**
   * @param pools runways by pool
   * @param outlooks forecasts by subject
   */
  GroupRunways(
      Map<Subject, Runway> pools,
      Map<Subject, SeriesOutlook> outlooks,
      Collection<Ground> grounds) {
    this.pools = pools;
    this.outlooks = outlooks;
    grounds.forEach(ground -> poolsOf(ground.kind(), ground.group()).add(ground.pool()));
    outlooks
        .values()
        .forEach(
            outlook -> {
              if (outlook.kind() == SeriesKind.NAMESPACE) {
                poolsOf(Kind.NAMESPACE, outlook.key().subject());
              } else if (outlook.kind() == SeriesKind.STORAGE_CLASS) {
                poolsOf(Kind.STORAGE_CLASS, outlook.key().subject());
              }
            });
  }

  private SortedSet<Subject> poolsOf(Kind kind, Subject group) {
    return grounds
        .computeIfAbsent(kind, k -> new TreeMap<>())
        .computeIfAbsent(group, g -> new TreeSet<>());
  }

  private Map<Subject, SortedSet<Subject>> groups(Kind kind) {
    return grounds.getOrDefault(kind, Map.of());
  }

  /** Those of a kind, by subject. */
  List<Runway> of(Kind kind) {
    return groups(kind).entrySet().stream()
        .map(group -> runway(group.getKey(), kind, amounts(group.getKey()), group.getValue()))
        .toList();
  }

  /** Clusters use what their namespaces use. */
  List<Runway> clusters() {
    return groups(Kind.CLUSTER).entrySet().stream()
        .map(
            cluster ->
                runway(
                    cluster.getKey(),
                    Kind.CLUSTER,
                    AmountSums.of(
                        groups(Kind.NAMESPACE).keySet().stream()
                            .filter(name -> name.source().equals(cluster.getKey().source()))
                            .map(this::amounts)
                            .toList()),
                    cluster.getValue()))
        .toList();
  }

  private Runway runway(Subject group, Kind kind, Amounts amounts, SortedSet<Subject> names) {
    return GroupRunway.of(
        group,
        kind,
        amounts,
        names.stream().map(pools::get).filter(Objects::nonNull).toList(),
        reasons(group, amounts));
  }

  private List<String> reasons(Subject group, Amounts amounts) {
    return amounts.usedBytes().isEmpty()
        ? List.of(untold(group))
        : Optional.ofNullable(outlooks.get(group)).flatMap(AsOf::words).stream().toList();
  }

  private String untold(Subject group) {
    SeriesOutlook outlook = outlooks.get(group);
    return outlook == null ? UNTOLD : UNTOLD + ": " + outlook.reason();
  }

  /** What was last seen of it, if that was within the last days. */
  private Amounts amounts(Subject group) {
    SeriesOutlook outlook = outlooks.get(group);
    if (outlook == null
        || outlook.outcome() == Outcome.NOT_MEASURED
        || outlook.known().lastValue().isEmpty()) {
      return Amounts.UNKNOWN;
    }
    return new Amounts(
        OptionalLong.of(Math.round(outlook.known().lastValue().getAsDouble())),
        OptionalLong.empty(),
        outlook.forecast().isPresent()
            ? OptionalDouble.of(outlook.forecast().get().growthPerDay())
            : OptionalDouble.empty());
  }
}
