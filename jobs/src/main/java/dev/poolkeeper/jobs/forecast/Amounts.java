package dev.poolkeeper.jobs.forecast;

import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.writers.text.AmountText;
import dev.poolkeeper.writers.text.NumberText;
import java.util.function.DoubleFunction;

/** Writes amounts in sentences. */
public final class Amounts {

  private Amounts() {}

  /** As one writes an amount of that unit. */
  public static DoubleFunction<String> of(Measure.Unit unit) {
    return switch (unit) {
      case BYTES -> amount -> AmountText.of(unit, amount);
      case COUNT -> Amounts::plain;
    };
  }

  /** Four digits say enough in a sentence; negative ones have a real minus. */
  static String plain(double amount) {
    if (amount == 0) {
      return "0";
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(amount))) - 3);
    boolean ordinary = unit > 1e-300 && unit < 1e300;
    String size = NumberText.of(Math.abs(ordinary ? Math.rint(amount / unit) * unit : amount));
    return amount < 0 ? "−" + size : size;
  }
}
