package dev.poolkeeper.processors.space;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Adds bytes of which some may be unknown. */
final class KnownSum {

  private KnownSum() {}

  /**
   * The sum of what is known; empty when nothing is, or when it exceeds the largest long: such
   * figures are nonsense. The sum of no values is 0.
   */
  static OptionalLong of(Collection<OptionalLong> values) {
    long sum = 0;
    boolean known = values.isEmpty();
    for (OptionalLong value : values) {
      if (value.isPresent()) {
        known = true;
        if (sum > Long.MAX_VALUE - value.getAsLong()) {
          return OptionalLong.empty();
        }
        sum += value.getAsLong();
      }
    }
    return known ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  /** Empty when either is, or when the sum exceeds the largest long. */
  static OptionalLong both(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent() ? of(List.of(a, b)) : OptionalLong.empty();
  }
}
