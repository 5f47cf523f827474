package dev.poolkeeper.writers.text;

import static java.util.Locale.ROOT;

import java.util.OptionalLong;

/**
 * Writes bytes in binary units, as people read them.
 *
 * <p>At most one decimal, none from 100 on and none where it would be zero. Rounded half up; what
 * rounds to 1024 moves to the next unit, so {@code 1024 MiB} never appears.
 */
public final class ByteText {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  /** What stands where a number is not known. */
  public static final String UNKNOWN = "unknown";

  private static final String NONE = "–";

  private ByteText() {}

  public static String of(OptionalLong bytes) {
    return bytes.isPresent() ? of(bytes.getAsLong()) : UNKNOWN;
  }

  /**
   * Space that would be freed: nothing to free is a dash, because a row of zeros hides the rest.
   */
  public static String freed(OptionalLong bytes) {
    return bytes.isPresent() && bytes.getAsLong() == 0 ? NONE : of(bytes);
  }

  /** A figure of which only bounds are known, either or both: {@code 1 GiB to 3 GiB}. */
  public static String between(OptionalLong atLeast, OptionalLong atMost) {
    if (atLeast.isPresent() && atMost.isPresent()) {
      return atLeast.equals(atMost) ? of(atMost) : of(atLeast) + " to " + of(atMost);
    }
    if (atLeast.isPresent()) {
      return "at least " + of(atLeast);
    }
    return atMost.isPresent() ? "at most " + of(atMost) : UNKNOWN;
  }

  /**
   * @param bytes any long; negative ones keep their sign
   */
  public static String of(long bytes) {
    double rest = Math.abs((double) bytes);
    int unit = 0;
    while (unit < UNITS.length - 1 && (rest >= 1024 || shown(rest).equals("1024"))) {
      rest /= 1024;
      unit++;
    }
    return (bytes < 0 ? "-" : "") + shown(rest) + " " + UNITS[unit];
  }

  private static String shown(double value) {
    boolean whole = value >= 99.95 || value == Math.rint(value);
    String text = String.format(ROOT, whole ? "%.0f" : "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
