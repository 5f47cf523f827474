package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.SpacePrice;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.Locale;
import java.util.Optional;

/** Writes what space costs; nothing where no price is known. */
final class MoneyText {

  private MoneyText() {}

  /** {@code EUR 1,234.50 a month}; empty without a price, or when there is nothing to pay for. */
  static String perMonth(Optional<SpacePrice> price, long bytes) {
    return price
        .filter(known -> bytes > 0)
        .map(
            known ->
                "%s %s a month"
                    .formatted(
                        VisibleText.of(known.currency()),
                        String.format(Locale.ROOT, "%,.2f", known.perMonth(bytes))))
        .orElse("");
  }
}
