package dev.poolkeeper.writers.text;

/**
 * Writes any number with ten significant digits, quickly: whole numbers in full up to 2^62, others
 * as a decimal fraction without trailing zeros, and with an exponent only where that would be
 * longer than anybody reads. Rounding never changes which of two numbers is the smaller one, though
 * it may make them equal.
 */
public final class NumberText {

  private static final int DIGITS = 10;
  private static final double WHOLE = 1e10;
  private static final double LARGEST = 0x1p62;
  private static final double SMALLEST = 1e-5;
  private static final double[] POWERS = powers();

  private NumberText() {}

  private static double[] powers() {
    double[] powers = new double[DIGITS + 6];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.pow(10, i);
    }
    return powers;
  }

  /** Appends a finite number. */
  public static void append(StringBuilder text, double number) {
    double size = Math.abs(number);
    if (size >= LARGEST || (size < SMALLEST && size > 0)) {
      text.append(number);
    } else if (size >= WHOLE || size == 0) {
      text.append((long) Math.rint(number));
    } else {
      fraction(text, number, size);
    }
  }

  /** The same as a text of its own. */
  public static String of(double number) {
    StringBuilder text = new StringBuilder();
    append(text, number);
    return text.toString();
  }

  private static void fraction(StringBuilder text, double number, double size) {
    int before = 1;
    while (before < DIGITS && size >= POWERS[before]) {
      before++;
    }
    int after = DIGITS - before;
    while (size < 1 && after < POWERS.length - 1 && size * POWERS[after] < WHOLE / 10) {
      after++;
    }
    long digits = (long) Math.rint(size * POWERS[after]);
    while (after > 0 && digits % 10 == 0) {
      digits /= 10;
      after--;
    }
    if (number < 0 && digits > 0) {
      text.append('-');
    }
    long unit = (long) POWERS[after];
    text.append(digits / unit);
    if (after > 0) {
      String places = Long.toString(digits % unit);
      text.append('.').append("0".repeat(after - places.length())).append(places);
    }
  }
}
