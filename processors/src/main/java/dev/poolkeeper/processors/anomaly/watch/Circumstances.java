package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.history.SeriesKey;
import java.util.List;

/** What else is known of the night of an alarm. Asked for what alarmed only. */
public interface Circumstances {

  /**
   * How likely a series is to be full within 30 days, 0 to 1; 0 when it was not forecast.
   *
   * @param before as the night before said
   * @param now as this night says
   */
  record Full(double before, double now) {

    public static final Full UNKNOWN = new Full(0, 0);
  }

  Full fullSoon(SeriesKey key);

  /** Sentences about what happened to the same object that night; may be empty. */
  List<String> of(Anomaly anomaly);

  /** Nothing else is known. */
  static Circumstances none() {
    return new Circumstances() {
      @Override
      public Full fullSoon(SeriesKey key) {
        return Full.UNKNOWN;
      }

      @Override
      public List<String> of(Anomaly anomaly) {
        return List.of();
      }
    };
  }
}
