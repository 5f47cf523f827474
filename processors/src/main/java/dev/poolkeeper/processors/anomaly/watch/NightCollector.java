package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.history.SeriesKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gathers the series of a night as they come, from any thread and in any order, and keeps of each
 * only what is worth remembering: of nearly all of them nothing.
 */
public final class NightCollector {

  private final List<Anomaly> open = new ArrayList<>();
  private final Map<SeriesKey, Map<AnomalyKind, EpisodeDays>> running = new TreeMap<>();
  private final List<Peak> peaks = new ArrayList<>();
  private final Map<LocalDate, Integer> judgedDays = new TreeMap<>();
  private final List<SeriesPattern> patterns = new ArrayList<>();
  private final Map<FleetWeighing.Fleet, Integer> fleets = new HashMap<>();
  private int series;
  private int judged;

  public synchronized void add(Watched watched) {
    series++;
    open.addAll(watched.open());
    peaks.addAll(watched.peaks());
    patterns.addAll(watched.patterns());
    watched.judgedOn().forEach(day -> judgedDays.merge(day, 1, Integer::sum));
    if (!watched.running().isEmpty()) {
      running.put(watched.series().key(), watched.running());
    }
    if (watched.judgedTonight()) {
      judged++;
      if (watched.series().ofFleet()) {
        fleets.merge(FleetWeighing.fleet(watched.series()), 1, Integer::sum);
      }
    }
  }

  /** What alarmed after a night, in order of its series: what is worth asking circumstances of. */
  public synchronized List<Anomaly> freshSince(Optional<LocalDate> judgedUpTo) {
    return open.stream()
        .filter(a -> judgedUpTo.filter(day -> !a.alarm().day().isAfter(day)).isEmpty())
        .sorted(order())
        .toList();
  }

  /**
   * The night, weighed.
   *
   * @param fittedOn whose thresholds were used
   */
  public synchronized AnomalyNight close(
      LocalDate night,
      Optional<LocalDate> judgedUpTo,
      Optional<LocalDate> fittedOn,
      Circumstances circumstances) {
    open.sort(order());
    List<Anomaly> weighed = new FleetWeighing(fleets, circumstances).weigh(open, judgedUpTo);
    patterns.sort(
        Comparator.comparing(SeriesPattern::key)
            .thenComparing(SeriesPattern::label)
            .thenComparing(SeriesPattern::day));
    return new AnomalyNight(
        night,
        judgedUpTo,
        fittedOn,
        series,
        judged,
        fleets.values().stream().mapToInt(Integer::intValue).sum(),
        weighed,
        running,
        withoutIncidents(weighed),
        judgedDays,
        patterns);
  }

  /** An incident is one event, and no measure of how often a single volume alarms falsely. */
  private List<Peak> withoutIncidents(List<Anomaly> weighed) {
    Set<String> members =
        weighed.stream()
            .filter(anomaly -> anomaly.fleet() > 0)
            .map(anomaly -> anomaly.series().key() + " " + anomaly.alarm().day())
            .collect(Collectors.toSet());
    return peaks.stream()
        .filter(peak -> members.isEmpty() || !members.contains(peak.key() + " " + peak.day()))
        .sorted(Comparator.comparing(Peak::key).thenComparing(Peak::kind).thenComparing(Peak::day))
        .toList();
  }

  private static Comparator<Anomaly> order() {
    return Comparator.comparing((Anomaly anomaly) -> anomaly.series().key())
        .thenComparing(Anomaly::kind);
  }
}
