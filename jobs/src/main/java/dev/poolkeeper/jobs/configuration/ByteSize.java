package dev.poolkeeper.jobs.configuration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes as people write them: {@code 500GiB}, {@code 2.5 TiB}. */
final class ByteSize {

  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(B|KiB|MiB|GiB|TiB|PiB)");

  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");

  private ByteSize() {}

  /**
   * In bytes, over 0. Empty for anything else: units of 1000, which ZFS does not count in, nothing,
   * and what no long can hold.
   */
  static Optional<Long> parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal unit = BigDecimal.valueOf(1L << (10 * UNITS.indexOf(matcher.group(2))));
    BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(unit);
    return bytes.compareTo(BigDecimal.ONE) >= 0
            && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
        ? Optional.of(bytes.longValue())
        : Optional.empty();
  }
}
