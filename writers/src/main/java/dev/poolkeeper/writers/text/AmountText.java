package dev.poolkeeper.writers.text;

import static java.util.Locale.ROOT;

import dev.poolkeeper.processors.history.Measure.Unit;
import java.util.OptionalDouble;

/** Writes amounts of series: bytes in binary units, numbers with up to two decimals. */
public final class AmountText {

  private static final double WHOLE = 100;

  private AmountText() {}

  public static String of(Unit unit, double amount) {
    return switch (unit) {
      case BYTES -> bytes(amount);
      case COUNT -> count(amount);
    };
  }

  public static String of(Unit unit, OptionalDouble amount) {
    return amount.isPresent() ? of(unit, amount.getAsDouble()) : ByteText.UNKNOWN;
  }

  private static String bytes(double amount) {
    long size = Math.round(Math.abs(amount));
    return (amount < 0 && size > 0 ? "-" : "") + ByteText.of(size);
  }

  private static String count(double amount) {
    if (Math.abs(amount) >= WHOLE || amount == Math.rint(amount)) {
      return CountText.of(Math.round(amount));
    }
    return String.format(ROOT, "%.2f", amount);
  }
}
