package dev.poolkeeper.writers.text;

import static java.util.Locale.ROOT;

import dev.poolkeeper.processors.history.Measure.Unit;
import java.util.OptionalDouble;

/**
 * Writes amounts of series: bytes in binary units, numbers with up to two decimals; negative ones
 * have a real minus.
 */
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
    return ByteText.of(Math.round(amount));
  }

  private static String count(double amount) {
    boolean whole = Math.abs(amount) >= WHOLE || amount == Math.rint(amount);
    String text = whole ? CountText.of(Math.round(amount)) : String.format(ROOT, "%.2f", amount);
    return text.replace('-', '−');
  }
}
