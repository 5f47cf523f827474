package dev.poolkeeper.processors.anomaly;

import java.util.List;

/**
 * A whole series judged.
 *
 * @param days one per step, in order
 * @param readings what became of each reading, as known at the end of the series
 */
public record AnomalyScan(List<DayJudgement> days, List<Reading> readings) {

  public AnomalyScan {
    days = List.copyOf(days);
    readings = List.copyOf(readings);
    if (days.size() != readings.size()) {
      throw new IllegalArgumentException(days.size() + " days, " + readings.size() + " readings");
    }
  }

  static AnomalyScan of(DayJudgement[] days, TrustedValues values, int length) {
    Reading[] readings = new Reading[length];
    for (int step = 0; step < length; step++) {
      readings[step] = values.reading(step);
    }
    return new AnomalyScan(List.of(days), List.of(readings));
  }

  /** How many steps became a glitch or are held: what the collector should answer for. */
  public long doubted() {
    return readings.stream().filter(r -> r == Reading.GLITCH || r == Reading.HELD).count();
  }

  public long alarms() {
    return days.stream().filter(day -> day.alarm().isPresent()).count();
  }
}
