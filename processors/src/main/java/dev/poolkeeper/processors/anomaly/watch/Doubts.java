package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.Reading;
import dev.poolkeeper.processors.anomaly.ResumedScan;
import dev.poolkeeper.processors.anomaly.ScannedStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Readings that were the collector's fault, as labels of their days. */
final class Doubts {

  private Doubts() {}

  /**
   * Those that the days judged now have shown: a glitch is known by the day after it, and so is a
   * fall to nothing that was held and has come back.
   */
  static List<SeriesPattern> of(ScannedSeries scanned, double[] values) {
    ResumedScan scan = scanned.scan();
    List<SeriesPattern> doubts = new ArrayList<>();
    for (ScannedStep step : scan.steps()) {
      if (scan.reading(step.step()) != Reading.RETURNED) {
        continue;
      }
      int fault = step.step() - 1;
      while (fault > 0 && !ScannedSeries.isFault(scan.reading(fault))) {
        fault--;
      }
      if (ScannedSeries.isFault(scan.reading(fault))) {
        doubts.add(doubt(scanned, values, fault));
      }
    }
    return doubts;
  }

  private static SeriesPattern doubt(ScannedSeries scanned, double[] values, int fault) {
    LocalDate day = scanned.day(fault);
    double believed = scanned.scan().value(fault);
    double left = values[fault] - believed;
    return new SeriesPattern(
        scanned.series().key(),
        SeriesPattern.GLITCH,
        day,
        left,
        "the reading of %s was not believed: it was off by %s and the next one was not"
            .formatted(day, Shares.percent(left / Math.abs(believed))));
  }
}
