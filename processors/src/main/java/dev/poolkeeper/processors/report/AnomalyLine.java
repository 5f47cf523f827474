package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.anomaly.watch.Alarm;
import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.anomaly.watch.SeriesPattern;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An anomaly as lists show it; the field names are a public contract. Amounts are in {@code unit}.
 *
 * @param code of the finding it is told as, or part of
 * @param anomaly growth, leak, shrink, flatline or pile-up
 * @param measure what is counted: live, filled, used or snapshots
 * @param began first day of the episode
 * @param alarmed night of its newest alarm, which all figures are of
 * @param unit bytes or count
 * @param days over how many days it moved, or since when nothing changed or was released
 * @param usualLeast lowest such move before; empty when it is no move
 * @param usualMost highest such move, or the longest such time in days
 * @param fleetWide whether it is one of many alike, told once on their source
 * @param expected why it is expected, and who says so
 * @param patterns what else the series does or did
 */
public record AnomalyLine(
    String code,
    String anomaly,
    String severity,
    String subject,
    String measure,
    Optional<String> volume,
    Optional<String> claim,
    LocalDate began,
    LocalDate alarmed,
    String unit,
    double before,
    double now,
    double moved,
    int days,
    OptionalDouble usualLeast,
    OptionalDouble usualMost,
    double score,
    double threshold,
    boolean stayed,
    boolean fleetWide,
    Optional<String> expected,
    List<String> evidence,
    List<String> patterns) {

  public AnomalyLine {
    evidence = List.copyOf(evidence);
    patterns = List.copyOf(patterns);
  }

  /**
   * @param patterns of the same series
   */
  public static AnomalyLine of(Anomaly anomaly, List<SeriesPattern> patterns) {
    Alarm alarm = anomaly.alarm();
    return new AnomalyLine(
        anomaly.code().code(),
        anomaly.kind().label(),
        anomaly.severity().word(),
        anomaly.series().key().subject().toString(),
        anomaly.series().key().measure().word(),
        anomaly.series().place().volume().map(Subject::toString),
        anomaly.series().place().claim().map(Subject::toString),
        anomaly.beganOn(),
        alarm.day(),
        anomaly.series().unit().name().toLowerCase(Locale.ROOT),
        alarm.before(),
        alarm.now(),
        alarm.move(),
        alarm.days(),
        alarm.usualLeast(),
        alarm.usualMost(),
        alarm.score(),
        alarm.threshold(),
        anomaly.stayed(),
        anomaly.fleet() > 0,
        anomaly.expected(),
        anomaly.evidence(),
        patterns.stream().map(AnomalyLine::text).toList());
  }

  /** {@code step 2026-02-08: rose by …}. */
  public static String text(SeriesPattern pattern) {
    return "%s %s: %s".formatted(pattern.label(), pattern.day(), pattern.evidence());
  }
}
