package dev.poolkeeper.processors.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What a TiB of space costs in a month. Kept with the policy of a night, so that a report written
 * again tells the same money.
 *
 * @param perTibMonth over 0
 * @param currency a word or code of the site's choice, {@code EUR}
 */
public record SpacePrice(BigDecimal perTibMonth, String currency) {

  public static final String PRICE_KEY = "report.price-per-tib-month";
  public static final String CURRENCY_KEY = "report.currency";

  private static final BigDecimal TIB = BigDecimal.valueOf(1L << 40);

  public SpacePrice {
    requireNonNull(perTibMonth, "perTibMonth");
    requireNonNull(currency, "currency");
    if (perTibMonth.signum() <= 0) {
      throw new IllegalArgumentException("a price is over 0");
    }
  }

  /** The price in force on a night; empty when its policy tells none. */
  public static Optional<SpacePrice> of(Map<String, String> policy) {
    return Optional.ofNullable(policy.get(PRICE_KEY))
        .map(
            price ->
                new SpacePrice(new BigDecimal(price), policy.getOrDefault(CURRENCY_KEY, "EUR")));
  }

  /** What these bytes cost in a month, rounded half up to hundredths. */
  public BigDecimal perMonth(long bytes) {
    return perTibMonth.multiply(BigDecimal.valueOf(bytes)).divide(TIB, 2, RoundingMode.HALF_UP);
  }
}
