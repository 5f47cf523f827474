package dev.poolkeeper.processors.space;

import static java.util.Locale.ROOT;

/**
 * Writes bytes in binary units, as people read them.
 *
 * <p>At most one decimal, none from 100 on and none where it would be zero. Rounded half up; what
 * rounds to 1024 moves to the next unit, so {@code 1024 MiB} never appears.
 */
public final class BinaryBytes {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private BinaryBytes() {}

  /**
   * @param bytes any long; negative ones keep their sign
   */
  public static String text(long bytes) {
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
