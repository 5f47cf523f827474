package dev.poolkeeper.processors.anomaly;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Many volumes of one fleet that alarm alike in one night: one fault of the collector or of the
 * storage, not so many separate events.
 *
 * @param kind the class most of them alarm with
 * @param series ids, sorted
 * @param share of the fleet, from 0 to 1
 */
public record FleetIncident(AnomalyKind kind, List<String> series, double share) {

  private static final double SHARE = 0.05;
  private static final int LEAST = 4;

  public FleetIncident {
    requireNonNull(kind, "kind");
    series = List.copyOf(series);
  }

  /**
   * More than 5 % of the fleet, and at least four volumes, with the same class. Of several such
   * classes the one with the most volumes; of equal ones the first in {@link AnomalyKind}'s order.
   * O(n log n).
   *
   * @param alarms of one night, by series id
   * @param judged how many series were judged that night, those without alarm included
   */
  public static Optional<FleetIncident> of(Map<String, AnomalyKind> alarms, int judged) {
    Map<AnomalyKind, List<String>> byKind = new EnumMap<>(AnomalyKind.class);
    new TreeMap<>(alarms)
        .forEach((id, kind) -> byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(id));
    return byKind.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= LEAST)
        .filter(entry -> entry.getValue().size() > SHARE * judged)
        .max(
            Comparator.comparingInt((Map.Entry<AnomalyKind, List<String>> e) -> e.getValue().size())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(
            entry ->
                new FleetIncident(
                    entry.getKey(),
                    entry.getValue(),
                    Math.min(1, (double) entry.getValue().size() / Math.max(1, judged))));
  }
}
