package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyDetector;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.ResumedScan;
import dev.poolkeeper.processors.anomaly.RunningEpisode;
import dev.poolkeeper.processors.anomaly.ScannedStep;
import dev.poolkeeper.processors.history.SeriesHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches series on one night: judges the days since the last night that judged, with what that one
 * left, and says what is told of each series now.
 *
 * <p>A night costs O(400) cheap steps per series and a few dear ones; only the first night of a
 * ledger judges whole histories. Deterministic; series do not know of each other.
 */
public final class SeriesWatch {

  private final LocalDate night;
  private final Optional<LocalDate> judgedUpTo;
  private final AlarmThresholds thresholds;
  private final WatchPolicy policy;
  private final AlarmText text;

  /**
   * @param judgedUpTo the last night before this one that judged; empty: none has
   * @param thresholds of the site
   */
  public SeriesWatch(
      LocalDate night,
      Optional<LocalDate> judgedUpTo,
      AlarmThresholds thresholds,
      WatchPolicy policy,
      Amounts amounts) {
    this.night = night;
    this.judgedUpTo = judgedUpTo;
    this.thresholds = thresholds;
    this.policy = policy;
    this.text = new AlarmText(amounts);
  }

  /**
   * One series on this night.
   *
   * @param history its last position is the night, or it is empty
   */
  public Watched watch(SeriesHistory history, SeriesMemory memory) {
    WatchedSeries series = WatchedSeries.of(history);
    double[] values = history.values().values();
    ScannedSeries scanned = scanned(history, values, memory);
    List<SeriesPattern> patterns = new ArrayList<>(Doubts.of(scanned, values));
    List<Anomaly> open = new OpenAnomalies(night, scanned, text).after(memory);
    if (!open.isEmpty()) {
      List<SeriesPattern> found = text.patterns(history, scanned.scan());
      double level = scanned.scan().value(values.length - 1);
      patterns.addAll(found);
      open =
          open.stream()
              .map(anomaly -> Stays.judged(anomaly, found, night, level))
              .filter(anomaly -> anomaly.toldOn(night))
              .toList();
    }
    boolean fleet = series.ofFleet();
    return new Watched(
        series,
        days(scanned),
        open,
        fleet ? peaks(scanned) : List.of(),
        patterns,
        fleet ? judgedOn(scanned) : List.of(),
        judgedTonight(scanned));
  }

  private ScannedSeries scanned(SeriesHistory history, double[] values, SeriesMemory memory) {
    long firstDay = history.values().firstDay();
    AlarmThresholds own = raised(memory.expected());
    ResumedScan scan =
        AnomalyDetector.resume(
            values,
            first(firstDay, values.length),
            running(memory, firstDay),
            own,
            policy.of(history));
    return new ScannedSeries(WatchedSeries.of(history), scan, own, firstDay);
  }

  private int first(long firstDay, int length) {
    long step = judgedUpTo.map(day -> day.toEpochDay() + 1 - firstDay).orElse(0L);
    return (int) Math.max(0, Math.min(length, step));
  }

  private AlarmThresholds raised(List<Expectation> expected) {
    Map<AnomalyKind, Double> scores = new EnumMap<>(AnomalyKind.class);
    for (Expectation one : expected) {
      if (one.alarmedOn().isBefore(night)) {
        scores.merge(one.kind(), one.score(), Math::max);
      }
    }
    return scores.isEmpty() ? thresholds : thresholds.raisedBy(scores);
  }

  private static Map<AnomalyKind, RunningEpisode> running(SeriesMemory memory, long firstDay) {
    Map<AnomalyKind, RunningEpisode> running = new EnumMap<>(AnomalyKind.class);
    memory.running().forEach((kind, days) -> running.put(kind, days.from(firstDay)));
    return running;
  }

  private static Map<AnomalyKind, EpisodeDays> days(ScannedSeries scanned) {
    Map<AnomalyKind, EpisodeDays> days = new EnumMap<>(AnomalyKind.class);
    scanned
        .scan()
        .running()
        .forEach((kind, episode) -> days.put(kind, EpisodeDays.of(episode, scanned.firstDay())));
    return days;
  }

  /**
   * What a person called expected alarms no more up to its own threshold, and makes none either.
   */
  private List<Peak> peaks(ScannedSeries scanned) {
    AlarmThresholds own = scanned.thresholds();
    List<Peak> peaks = new ArrayList<>();
    for (ScannedStep step : scanned.scan().steps()) {
      if (JudgedDays.countsForFit(step)) {
        step.signals()
            .forEach(
                (kind, signal) -> {
                  boolean raised = own.of(kind) > thresholds.of(kind);
                  boolean noticeable = signal.score() >= JudgedDays.noticeable(kind);
                  if (noticeable && !(raised && signal.score() < own.of(kind))) {
                    peaks.add(
                        new Peak(
                            scanned.series().key(),
                            kind,
                            scanned.day(step.step()),
                            signal.score()));
                  }
                });
      }
    }
    return peaks;
  }

  private static List<LocalDate> judgedOn(ScannedSeries scanned) {
    return scanned.scan().steps().stream()
        .filter(JudgedDays::countsForFit)
        .map(step -> scanned.day(step.step()))
        .toList();
  }

  private boolean judgedTonight(ScannedSeries scanned) {
    return scanned.scan().steps().stream()
        .filter(step -> scanned.day(step.step()).equals(night))
        .anyMatch(step -> ScannedSeries.read(step) && JudgedDays.says(step));
  }
}
