package dev.poolkeeper.readers.series;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** A field that holds a number or nothing. */
final class NumberField {

  private static final Set<String> MISSING = Set.of("", "nan", "null", "na");

  private NumberField() {}

  /**
   * Empty for an empty field, NaN, NA and null.
   *
   * @throws IllegalArgumentException no number, or one without bounds
   */
  static OptionalDouble parse(String text) {
    if (text.length() <= 4 && MISSING.contains(text.toLowerCase(Locale.ROOT))) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isInfinite(value) || Double.isNaN(value)) {
        throw new IllegalArgumentException("'%s' is not finite".formatted(text));
      }
      return OptionalDouble.of(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is no number".formatted(text), e);
    }
  }
}
