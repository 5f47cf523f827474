package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.runway.Runway.Amounts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Adds up amounts; a sum with an unknown part, or beyond a long, is unknown. */
final class AmountSums {

  private AmountSums() {}

  /** Of nothing it is unknown, not zero. */
  static Amounts of(List<Amounts> parts) {
    if (parts.isEmpty()) {
      return Amounts.UNKNOWN;
    }
    return new Amounts(
        bytes(parts, Amounts::usedBytes), bytes(parts, Amounts::capacityBytes), growth(parts));
  }

  private static OptionalLong bytes(List<Amounts> parts, Function<Amounts, OptionalLong> which) {
    if (parts.stream().map(which).anyMatch(OptionalLong::isEmpty)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          parts.stream().mapToLong(p -> which.apply(p).orElseThrow()).reduce(0, Math::addExact));
    } catch (ArithmeticException nonsense) {
      return OptionalLong.empty();
    }
  }

  private static OptionalDouble growth(List<Amounts> parts) {
    return parts.stream().map(Amounts::growthPerDay).anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            parts.stream().mapToDouble(part -> part.growthPerDay().orElseThrow()).sum());
  }
}
