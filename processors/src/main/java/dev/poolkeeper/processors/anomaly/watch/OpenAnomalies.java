package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.Reading;
import dev.poolkeeper.processors.anomaly.RunningEpisode;
import dev.poolkeeper.processors.anomaly.ScannedStep;
import dev.poolkeeper.processors.anomaly.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one series after a night: what was told the night before as far as it goes on,
 * and what has alarmed since. Growth and leak are one story; the newer alarm tells it.
 */
final class OpenAnomalies {

  /** What shares its episodes is told once. */
  private enum StoryLine {
    RISE,
    FALL,
    STAND_STILL,
    PILE_UP;

    static StoryLine of(AnomalyKind kind) {
      return switch (kind) {
        case GROWTH, LEAK -> RISE;
        case SHRINK -> FALL;
        case FLATLINE -> STAND_STILL;
        case PILE_UP -> PILE_UP;
      };
    }
  }

  private final LocalDate night;
  private final ScannedSeries scanned;
  private final AlarmText text;

  OpenAnomalies(LocalDate night, ScannedSeries scanned, AlarmText text) {
    this.night = night;
    this.scanned = scanned;
    this.text = text;
  }

  List<Anomaly> after(SeriesMemory memory) {
    Map<StoryLine, Anomaly> told = new LinkedHashMap<>();
    memory.open().forEach(anomaly -> told.put(StoryLine.of(anomaly.kind()), anomaly));
    for (ScannedStep step : scanned.scan().steps()) {
      step.alarm()
          .ifPresent(
              kind -> told.merge(StoryLine.of(kind), alarmed(step, kind), OpenAnomalies::goesOnAs));
    }
    List<Anomaly> open = new ArrayList<>();
    for (Anomaly anomaly : told.values()) {
      Anomaly now = over(anomaly);
      if (!withdrawn(now) && goesOn(now)) {
        open.add(now.expectedBecause(reason(now, memory.expected())));
      }
    }
    return open;
  }

  /** One story keeps its first day, and how urgent it was, unless it had ended in between. */
  private static Anomaly goesOnAs(Anomaly before, Anomaly after) {
    boolean same = !after.beganOn().isAfter(before.lastOverOn().plusDays(7));
    return same ? after.since(before.beganOn()).weighed(before.severity(), 0, List.of()) : after;
  }

  private Anomaly alarmed(ScannedStep step, AnomalyKind kind) {
    Signal signal = step.signals().get(kind);
    if (signal == null) {
      throw new IllegalStateException("an alarm without a signal at step " + step.step());
    }
    boolean lasts = kind == AnomalyKind.FLATLINE || kind == AnomalyKind.PILE_UP;
    int began = lasts ? step.step() - signal.steps() : step.began();
    return Anomaly.of(
        scanned.series(), kind, scanned.day(began), text.alarm(scanned, kind, signal, step.step()));
  }

  private Anomaly over(Anomaly anomaly) {
    RunningEpisode episode = scanned.scan().running().get(anomaly.kind());
    if (episode == null) {
      return anomaly;
    }
    LocalDate lastOver = scanned.day(episode.lastOver());
    return lastOver.isAfter(anomaly.lastOverOn()) ? anomaly.overOn(lastOver) : anomaly;
  }

  /** The reading that alarmed turned out to be the collector's fault. */
  private boolean withdrawn(Anomaly anomaly) {
    long step = scanned.step(anomaly.alarm().day());
    return step >= 0 && scanned.scan().reading((int) step) == Reading.GLITCH;
  }

  /** What stands still or piles up is over with the first reading that says so. */
  private boolean goesOn(Anomaly anomaly) {
    if (!anomaly.thatStayed(true).toldOn(night)) {
      return false;
    }
    boolean lasts = anomaly.kind() == AnomalyKind.FLATLINE || anomaly.kind() == AnomalyKind.PILE_UP;
    ScannedStep newest = newestRead();
    return !lasts || newest == null || isOver(newest, anomaly.kind());
  }

  private boolean isOver(ScannedStep step, AnomalyKind kind) {
    Signal signal = step.signals().get(kind);
    return signal != null && signal.score() >= scanned.thresholds().of(kind);
  }

  private @Nullable ScannedStep newestRead() {
    ScannedStep newest = null;
    for (ScannedStep step : scanned.scan().steps()) {
      newest = ScannedSeries.read(step) ? step : newest;
    }
    return newest;
  }

  private static Optional<String> reason(Anomaly anomaly, List<Expectation> expected) {
    return expected.stream().filter(one -> one.isOf(anomaly)).findFirst().map(Expectation::note);
  }
}
