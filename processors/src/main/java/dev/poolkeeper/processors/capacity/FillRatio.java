package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import java.util.OptionalDouble;

/** How full something is. */
final class FillRatio {

  private FillRatio() {}

  /**
   * The newest known value over the limit; at least 0, over 1 when it is more than full. Empty when
   * either is not known: unknown is not empty.
   */
  static OptionalDouble of(SeriesOutlook outlook) {
    return outlook.limit().isPresent() && outlook.known().lastValue().isPresent()
        ? OptionalDouble.of(
            outlook.known().lastValue().getAsDouble() / outlook.limit().get().amount())
        : OptionalDouble.empty();
  }
}
