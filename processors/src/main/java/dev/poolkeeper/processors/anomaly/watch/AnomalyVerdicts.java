package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * 501 to 505: what is told of series tonight, as verdicts. A volume and the file system of its
 * claim are one subject when both say the same; of snapshots the smallest place that says it; what
 * many volumes did alike is one verdict on their source. Nothing is said of a source that was not
 * read.
 */
public final class AnomalyVerdicts {

  private static final int NAMED = 3;

  private record Key(FindingCode code, Subject subject) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byCode = code.compareTo(other.code);
      return byCode != 0 ? byCode : subject.compareTo(other.subject);
    }
  }

  private final Night night;
  private final List<Anomaly> anomalies;

  private AnomalyVerdicts(Night night, List<Anomaly> anomalies) {
    this.night = night;
    this.anomalies =
        anomalies.stream()
            .sorted(
                Comparator.comparing(Anomaly::severity)
                    .thenComparing(a -> a.alarm().relative(), Comparator.reverseOrder())
                    .thenComparing(a -> a.series().key()))
            .toList();
  }

  public static List<Verdict> find(Night night, List<Anomaly> anomalies) {
    return new AnomalyVerdicts(night, anomalies).find();
  }

  private List<Verdict> find() {
    Map<Key, List<Anomaly>> alone = new TreeMap<>();
    Map<Key, List<Anomaly>> alike = new TreeMap<>();
    Set<Key> volumes = volumes();
    for (Anomaly anomaly : anomalies) {
      if (anomaly.fleet() > 0) {
        Key key = new Key(anomaly.code(), Subject.ofSource(anomaly.series().source()));
        alike.computeIfAbsent(key, k -> new ArrayList<>()).add(anomaly);
      } else {
        Key key = new Key(anomaly.code(), subject(anomaly, volumes));
        alone.computeIfAbsent(key, k -> new ArrayList<>()).add(anomaly);
      }
    }
    List<Verdict> verdicts = new ArrayList<>();
    alone.forEach(
        (key, told) -> {
          // a count on the NAS itself may share its subject with an incident
          if (!alike.containsKey(key) && !toldInside(key, told, alone)) {
            verdicts.add(verdict(key, told, alone(told)));
          }
        });
    alike.forEach((key, told) -> verdicts.add(verdict(key, told, together(told))));
    return verdicts;
  }

  private Set<Key> volumes() {
    Set<Key> volumes = new HashSet<>();
    for (Anomaly anomaly : anomalies) {
      if (anomaly.series().kind() == SeriesKind.VOLUME && anomaly.fleet() == 0) {
        volumes.add(new Key(anomaly.code(), anomaly.series().key().subject()));
      }
    }
    return volumes;
  }

  private static Subject subject(Anomaly anomaly, Set<Key> volumes) {
    Subject own = anomaly.series().key().subject();
    return anomaly.series().kind() == SeriesKind.CLAIM
        ? anomaly
            .series()
            .place()
            .dataset()
            .filter(dataset -> volumes.contains(new Key(anomaly.code(), dataset)))
            .orElse(own)
        : own;
  }

  /** Whether it is but the sum of what is said of a dataset or pool in it. */
  private static boolean toldInside(Key key, List<Anomaly> told, Map<Key, List<Anomaly>> alone) {
    if (told.stream().anyMatch(a -> a.series().kind() != SeriesKind.COUNT)) {
      return false;
    }
    return alone.entrySet().stream()
        .filter(entry -> entry.getKey().code() == key.code())
        .flatMap(entry -> entry.getValue().stream())
        .filter(a -> a.series().kind() == SeriesKind.COUNT)
        .anyMatch(a -> isInside(a.series(), key.subject()));
  }

  private static boolean isInside(WatchedSeries series, Subject place) {
    Subject own = series.key().subject();
    if (place.path().isEmpty()) {
      return own.source().equals(place.source()) && !own.path().isEmpty();
    }
    return own.path().startsWith("datasets/")
        && series.place().pool().filter(place::equals).isPresent();
  }

  private Verdict verdict(Key key, List<Anomaly> told, List<String> evidence) {
    Severity severity =
        told.stream().map(Anomaly::severity).min(Comparator.naturalOrder()).orElseThrow();
    boolean expected = told.stream().allMatch(anomaly -> anomaly.expected().isPresent());
    Optional<String> exemption = expected ? told.get(0).expected() : Optional.empty();
    Candidate candidate =
        new Candidate(key.code(), key.subject(), OptionalLong.of(0), evidence, exemption)
            .ofSeverity(severity);
    return night.verdict(
        candidate,
        told.stream()
            .flatMap(a -> night.gap(key.code(), a.series().key().subject()).stream())
            .findFirst());
  }

  private static List<String> alone(List<Anomaly> told) {
    List<String> evidence = new ArrayList<>();
    for (Anomaly anomaly : told) {
      evidence.addAll(anomaly.evidence());
      boolean lasts =
          anomaly.kind() == AnomalyKind.FLATLINE || anomaly.kind() == AnomalyKind.PILE_UP;
      if (lasts && anomaly.lastOverOn().isAfter(anomaly.alarm().day())) {
        evidence.add(
            "so since %s, seen last on %s".formatted(anomaly.beganOn(), anomaly.lastOverOn()));
      }
    }
    Anomaly first = told.get(0);
    first.series().place().claim().ifPresent(claim -> evidence.add("serves " + claim));
    if (first.stayed()) {
      evidence.add(0, "the level has stayed where it came to on " + first.alarm().day());
    }
    return evidence.stream().distinct().toList();
  }

  private static List<String> together(List<Anomaly> told) {
    Anomaly first = told.get(0);
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "%d of %d %s alarm alike (%s), on %s: one fault or change of storage or collector, not so many events"
            .formatted(
                told.size(),
                first.fleet(),
                first.series().kind() == SeriesKind.CLAIM ? "claims" : "volumes",
                first.kind().label(),
                first.alarm().day()));
    told.stream()
        .limit(NAMED)
        .forEach(
            anomaly ->
                evidence.add(
                    "%s: %s"
                        .formatted(
                            anomaly.series().key().subject(), anomaly.alarm().evidence().get(0))));
    return evidence;
  }
}
