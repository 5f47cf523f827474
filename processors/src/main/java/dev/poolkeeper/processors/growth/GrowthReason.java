package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.Basis.Share;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Says in words why a forecast is what it is. */
public final class GrowthReason {

  private static final int NAMED = 3;
  private static final double LEAST_NAMED = .05;

  private GrowthReason() {}

  /**
   * One sentence: the trend and since when, what carries the forecast, and how much past it has.
   *
   * @param amounts writes an amount in the unit of the series
   */
  public static String of(Basis basis, DoubleFunction<String> amounts) {
    return "%s%s; mainly %s; %s"
        .formatted(trend(basis, amounts), cycle(basis), methods(basis), past(basis));
  }

  private static String trend(Basis basis, DoubleFunction<String> amounts) {
    double perDay = basis.growthPerDay();
    return switch (Trend.of(basis)) {
      case NONE ->
          "no trend: it moves %s within 30 days, and that may be wrong by %s"
              .formatted(
                  amounts.apply(Math.abs(30 * perDay)), amounts.apply(basis.expectedError()));
      case GROWING -> "grows %s a day%s".formatted(amounts.apply(perDay), since(basis));
      case SHRINKING -> "shrinks %s a day%s".formatted(amounts.apply(-perDay), since(basis));
    };
  }

  private static String since(Basis basis) {
    return ", evenly since " + basis.axis().label(basis.since());
  }

  private static String cycle(Basis basis) {
    return basis.cycleDays() == 0 ? "" : ", with a cycle of %d days".formatted(basis.cycleDays());
  }

  private static String methods(Basis basis) {
    return basis.shares().stream()
        .limit(NAMED)
        .filter(share -> share.share() >= LEAST_NAMED)
        .map(GrowthReason::share)
        .collect(Collectors.joining(", "));
  }

  private static String share(Share share) {
    return String.format(Locale.ROOT, "%s %.0f %%", share.candidate().words(), 100 * share.share());
  }

  private static String past(Basis basis) {
    String missing = basis.missingDays() == 0 ? "" : ", %d missing".formatted(basis.missingDays());
    int glitches = basis.repairedDays().size();
    String repaired = glitches == 0 ? "" : ", %d repaired".formatted(glitches);
    String tried =
        basis.origins() == 0
            ? "too few to try the methods on"
            : "tried on %d past weeks".formatted(basis.origins());
    return "%d days of history%s%s, %s".formatted(basis.days(), missing, repaired, tried);
  }
}
