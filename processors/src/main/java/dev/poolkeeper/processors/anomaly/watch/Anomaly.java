package dev.poolkeeper.processors.anomaly.watch;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.history.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An unusual stretch of one series, as it stands on a night.
 *
 * <p>What happened in one night (growth, shrink) is told for seven nights, then it is past; growth
 * that stayed where it had come to becomes a level shift and is told for fourteen. What lasts
 * (leak, stand-still, pile-up) is told as long as it does; a leak, which may waver, until seven
 * nights after it was over its threshold last.
 *
 * @param beganOn first day of the episode; of a stand-still or pile-up the last change or release
 * @param lastOverOn newest night on which it was over its threshold
 * @param alarm its newest one
 * @param stayed whether the level stayed where the move had brought it
 * @param severity how urgent it is
 * @param fleet how many series were judged when it alarmed as one of many alike; 0 when alone
 * @param also what else is known of that night
 * @param expected why it is expected, and who says so
 */
public record Anomaly(
    WatchedSeries series,
    AnomalyKind kind,
    LocalDate beganOn,
    LocalDate lastOverOn,
    Alarm alarm,
    boolean stayed,
    Severity severity,
    int fleet,
    List<String> also,
    Optional<String> expected) {

  private static final int NIGHTS = 7;
  private static final int NIGHTS_OF_SHIFT = 14;

  public Anomaly {
    requireNonNull(series, "series");
    requireNonNull(kind, "kind");
    requireNonNull(alarm, "alarm");
    requireNonNull(severity, "severity");
    requireNonNull(expected, "expected");
    also = List.copyOf(also);
  }

  /** One that has just alarmed, not weighed yet. */
  static Anomaly of(WatchedSeries series, AnomalyKind kind, LocalDate beganOn, Alarm alarm) {
    return new Anomaly(
        series,
        kind,
        beganOn,
        alarm.day(),
        alarm,
        false,
        Severity.INFO,
        0,
        List.of(),
        Optional.empty());
  }

  /** Under which code it is told. */
  public FindingCode code() {
    boolean snapshots = series.key().measure() == Measure.SNAPSHOTS;
    return switch (kind) {
      case GROWTH, LEAK ->
          snapshots
              ? FindingCode.SNAPSHOT_PILE_UP
              : stayed ? FindingCode.LEVEL_SHIFT : FindingCode.GROWTH_SPIKE;
      case PILE_UP -> snapshots ? FindingCode.SNAPSHOT_PILE_UP : FindingCode.GROWTH_SPIKE;
      case SHRINK -> FindingCode.SUDDEN_SHRINK;
      case FLATLINE -> FindingCode.FLATLINED;
    };
  }

  /** Whether it is still told on a night when nothing is known of what lasts. */
  boolean toldOn(LocalDate night) {
    return switch (kind) {
      case GROWTH, SHRINK -> alarm.day().plusDays(stayed ? NIGHTS_OF_SHIFT : NIGHTS).isAfter(night);
      case LEAK, FLATLINE, PILE_UP -> lastOverOn.plusDays(NIGHTS).isAfter(night);
    };
  }

  /** What was seen, and what else is known of that night. */
  public List<String> evidence() {
    return Stream.concat(alarm.evidence().stream(), also.stream()).toList();
  }

  Anomaly overOn(LocalDate night) {
    return new Anomaly(
        series, kind, beganOn, night, alarm, stayed, severity, fleet, also, expected);
  }

  /** The same story, which began then if not earlier. */
  Anomaly since(LocalDate day) {
    LocalDate first = day.isBefore(beganOn) ? day : beganOn;
    return new Anomaly(
        series, kind, first, lastOverOn, alarm, stayed, severity, fleet, also, expected);
  }

  Anomaly thatStayed(boolean stays) {
    return new Anomaly(
        series, kind, beganOn, lastOverOn, alarm, stays, severity, fleet, also, expected);
  }

  Anomaly expectedBecause(Optional<String> reason) {
    return new Anomaly(
        series, kind, beganOn, lastOverOn, alarm, stayed, severity, fleet, also, reason);
  }

  Anomaly weighed(Severity weight, int alike, List<String> circumstances) {
    return new Anomaly(
        series, kind, beganOn, lastOverOn, alarm, stayed, weight, alike, circumstances, expected);
  }
}
