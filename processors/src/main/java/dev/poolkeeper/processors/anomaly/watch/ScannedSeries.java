package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.Reading;
import dev.poolkeeper.processors.anomaly.ResumedScan;
import dev.poolkeeper.processors.anomaly.ScannedStep;
import java.time.LocalDate;

/**
 * A series judged on a night, its steps as days.
 *
 * @param thresholds in force for it
 * @param firstDay epoch day of step 0
 */
record ScannedSeries(
    WatchedSeries series, ResumedScan scan, AlarmThresholds thresholds, long firstDay) {

  LocalDate day(int step) {
    return LocalDate.ofEpochDay(firstDay + step);
  }

  /** The step of a day; negative before the first one. */
  long step(LocalDate day) {
    return day.toEpochDay() - firstDay;
  }

  static boolean read(ScannedStep step) {
    return step.reading() == Reading.TRUSTED || step.reading() == Reading.RETURNED;
  }

  static boolean isFault(Reading reading) {
    return reading == Reading.GLITCH || reading == Reading.HELD;
  }
}
