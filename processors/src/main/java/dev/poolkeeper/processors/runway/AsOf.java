package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import java.util.Optional;

/** Says so when a value is not of the night itself. */
final class AsOf {

  private AsOf() {}

  /** Empty when it is, or when nothing is known at all. */
  static Optional<String> words(SeriesOutlook outlook) {
    return outlook
        .known()
        .lastDay()
        .filter(day -> day.isBefore(outlook.night()))
        .map(day -> "what it uses is as of " + day + ", when it was last measured");
  }
}
