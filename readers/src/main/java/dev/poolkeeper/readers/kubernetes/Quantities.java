package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Visible;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Decides how many bytes a Kubernetes quantity is: {@code 10Gi}, {@code 500M}, {@code 1e3}. Parts
 * of a byte round up, as Kubernetes rounds them. What is no quantity or beyond 2^63-1 is unknown.
 */
final class Quantities {

  // Kept short because an exponent such as 1e999999999 is cheap to write and dear to expand.
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\+?(?=\\.?\\d)[0-9]{0,30}(\\.[0-9]{0,18})?([eE][+-]?\\d{1,2}|[numkMGTPE]|[KMGTPE]i)?");
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
    if (!QUANTITY.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      BigDecimal bytes =
          io.fabric8.kubernetes.api.model.Quantity.getAmountInBytes(
                  new io.fabric8.kubernetes.api.model.Quantity(text))
              .setScale(0, RoundingMode.CEILING);
      return bytes.compareTo(LARGEST) <= 0
          ? OptionalLong.of(bytes.longValueExact())
          : OptionalLong.empty();
    } catch (IllegalArgumentException | ArithmeticException notAQuantity) {
      return OptionalLong.empty();
    }
  }
}
