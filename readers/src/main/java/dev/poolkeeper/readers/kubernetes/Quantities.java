package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Visible;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides how many bytes a Kubernetes quantity is: {@code 10Gi}, {@code 500M}, {@code 1e3}. Parts
 * of a byte round up, as Kubernetes rounds them. What is no quantity or beyond 2^63-1 is unknown.
 * Exact over the whole range, which fabric8's Quantity is not: it rounds to 16 digits, so that
 * {@code 1Ei} comes out 24 bytes too large.
 *
 * <p>Source: k8s.io/apimachinery, pkg/api/resource/quantity.go.
 */
final class Quantities {

  // Kept short because an exponent such as 1e999999999 is cheap to write and dear to expand.
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\+?(?<number>(?=\\.?\\d)[0-9]{0,30}(?:\\.[0-9]{0,18})?)"
              + "(?:[eE](?<exponent>[+-]?\\d{1,2})|(?<binary>[KMGTPE])i|(?<decimal>[numkMGTPE]))?");
  private static final String BINARY = "KMGTPE";
  private static final String DECIMAL = "num kMGTPE";
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Quantities() {}

  /** The bytes at the path; remarks a value that is there and cannot be read. */
  static OptionalLong bytes(Row row, String... path) {
    Optional<String> text = row.text(path);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong bytes = parse(text.get().strip());
    if (bytes.isEmpty()) {
      row.remark(
          String.join(".", path) + " is " + Visible.text(text.get()),
          "its size is unknown; give it a quantity such as 10Gi, below 8Ei");
    }
    return bytes;
  }

  private static OptionalLong parse(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    BigDecimal bytes =
        new BigDecimal(matcher.group("number"))
            .multiply(unit(matcher))
            .setScale(0, RoundingMode.CEILING);
    return bytes.compareTo(LARGEST) <= 0
        ? OptionalLong.of(bytes.longValueExact())
        : OptionalLong.empty();
  }

  private static BigDecimal unit(Matcher matcher) {
    if (matcher.group("exponent") != null) {
      return BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(matcher.group("exponent")));
    }
    if (matcher.group("binary") != null) {
      return BigDecimal.valueOf(1L << (10 * (BINARY.indexOf(matcher.group("binary")) + 1)));
    }
    String decimal = matcher.group("decimal") == null ? " " : matcher.group("decimal");
    return BigDecimal.ONE.scaleByPowerOfTen(3 * (DECIMAL.indexOf(decimal) - 3));
  }
}
