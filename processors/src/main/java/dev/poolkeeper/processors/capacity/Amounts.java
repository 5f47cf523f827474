package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.util.Locale;

/** Writes an amount in the unit of its measure. */
final class Amounts {

  private Amounts() {}

  static String text(Measure measure, double amount) {
    return switch (measure.unit()) {
      case BYTES -> BinaryBytes.text(Math.round(amount));
      case COUNT -> count(Math.round(amount));
    };
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
