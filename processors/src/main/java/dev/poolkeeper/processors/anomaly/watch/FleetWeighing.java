package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.AnomalySeverity;
import dev.poolkeeper.processors.anomaly.FleetIncident;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Weighs what alarmed since the last night: how urgent each alarm is, and which of them are one
 * incident of the collector or the storage, because more than 5 % of the volumes of a source, and
 * at least four, alarmed alike in one night. What alarmed earlier keeps its weight. Deterministic;
 * the order of the input does not matter.
 */
public final class FleetWeighing {

  /** Volumes of a NAS, or claims of a cluster. */
  public record Fleet(String source, SeriesKind kind) {}

  private record Alike(Fleet fleet, LocalDate day) {}

  private final Map<Fleet, Integer> judged;
  private final Circumstances circumstances;

  /**
   * @param judged how many series of each fleet were judged on the night
   */
  public FleetWeighing(Map<Fleet, Integer> judged, Circumstances circumstances) {
    this.judged = Map.copyOf(judged);
    this.circumstances = circumstances;
  }

  /**
   * @param judgedUpTo the last night before that judged; empty: none has
   */
  public List<Anomaly> weigh(List<Anomaly> open, Optional<LocalDate> judgedUpTo) {
    List<Anomaly> fresh =
        open.stream()
            .filter(anomaly -> judgedUpTo.filter(d -> !anomaly.alarm().day().isAfter(d)).isEmpty())
            .toList();
    Map<Anomaly, Integer> alike = incidents(fresh);
    Set<Anomaly> isFresh = new HashSet<>(fresh);
    List<Anomaly> weighed = new ArrayList<>();
    for (Anomaly anomaly : open) {
      weighed.add(
          isFresh.contains(anomaly)
              ? anomaly.weighed(
                  worse(anomaly.severity(), severity(anomaly)),
                  alike.getOrDefault(anomaly, 0),
                  circumstances.of(anomaly))
              : anomaly);
    }
    return weighed;
  }

  private Map<Anomaly, Integer> incidents(List<Anomaly> fresh) {
    Map<Alike, Map<String, Anomaly>> nights = new HashMap<>();
    for (Anomaly anomaly : fresh) {
      if (anomaly.series().ofFleet()) {
        Alike night = new Alike(fleet(anomaly.series()), anomaly.alarm().day());
        nights
            .computeIfAbsent(night, n -> new TreeMap<>())
            .put(anomaly.kind() + " " + anomaly.series().key(), anomaly);
      }
    }
    Map<Anomaly, Integer> members = new HashMap<>();
    nights.forEach(
        (night, alarms) -> {
          int size = Math.max(judged.getOrDefault(night.fleet(), 0), alarms.size());
          Map<String, AnomalyKind> kinds = new HashMap<>();
          alarms.forEach((id, anomaly) -> kinds.put(id, anomaly.kind()));
          FleetIncident.of(kinds, size)
              .ifPresent(
                  incident ->
                      alarms.forEach(
                          (id, anomaly) -> {
                            if (incident.series().contains(id)) {
                              members.put(anomaly, size);
                            }
                          }));
        });
    return members;
  }

  /** The fleet a series is one of. */
  public static Fleet fleet(WatchedSeries series) {
    return new Fleet(series.source(), series.kind());
  }

  private Severity severity(Anomaly anomaly) {
    if (anomaly.series().unit() == Measure.Unit.COUNT) {
      return Severity.INFO;
    }
    Circumstances.Full full = circumstances.fullSoon(anomaly.series().key());
    return AnomalySeverity.of(
        anomaly.kind(),
        anomaly.alarm().dayBefore(),
        anomaly.alarm().now(),
        full.before(),
        full.now());
  }

  /** The most urgent comes first. */
  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
