package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesLimit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a forecast says, sentence by sentence: level, probabilities, dates, reason, past errors. */
final class FillEvidence {

  /** Place of the range of 15 to 30 days ahead among the past errors. */
  private static final int A_MONTH = 3;

  private FillEvidence() {}

  /**
   * @param outlook with a known level and limit
   */
  static List<String> of(SeriesOutlook outlook) {
    List<String> words = new ArrayList<>();
    words.add(level(outlook));
    Optional<StoredForecast> forecast = outlook.forecast();
    if (forecast.isEmpty()) {
      words.add("not forecast: " + outlook.reason());
      return words;
    }
    Fullness fullness = forecast.get().fullness();
    if (fullness.outlook() != Fullness.Outlook.FULL) {
      probabilities(fullness).ifPresent(words::add);
      dates(fullness).ifPresent(words::add);
    }
    fullness.orderBy().ifPresent(day -> words.add(orderBy(day, outlook.night())));
    words.add(outlook.reason());
    error(outlook.key().measure(), forecast.get()).ifPresent(words::add);
    return words;
  }

  private static String level(SeriesOutlook outlook) {
    SeriesLimit limit = outlook.limit().orElseThrow();
    double value = outlook.known().lastValue().orElseThrow();
    return "%s full: %s of %s, %s%s"
        .formatted(
            Shares.percent(value / limit.amount()),
            Amounts.text(outlook.key().measure(), value),
            Amounts.text(outlook.key().measure(), (double) limit.amount()),
            limit(limit.of()),
            outlook
                .known()
                .lastDay()
                .filter(day -> day.isBefore(outlook.night()))
                .map(day -> ", as of " + day)
                .orElse(""));
  }

  private static String limit(SeriesLimit.Origin origin) {
    return switch (origin) {
      case QUOTA -> "the quota of its dataset";
      case FILE_SYSTEM -> "the size of its file system";
      case POOL -> "what the pool has for data";
    };
  }

  private static Optional<String> probabilities(Fullness fullness) {
    List<String> parts = new ArrayList<>();
    add(parts, 7, fullness.within7());
    add(parts, 30, fullness.within30());
    add(parts, 90, fullness.within90());
    return parts.isEmpty() ? Optional.empty() : Optional.of("full " + String.join(", ", parts));
  }

  private static void add(List<String> parts, int days, OptionalDouble probability) {
    probability.ifPresent(
        p -> parts.add("within %d days with %s".formatted(days, Shares.percent(p))));
  }

  /** Never one bare date. */
  private static Optional<String> dates(Fullness fullness) {
    return fullness
        .earliest()
        .map(
            from ->
                fullness
                    .latest()
                    .map(to -> "likely between %s and %s (80 %%)".formatted(from, to))
                    .orElse(
                        "likely not before %s; the other end of the 80 %% band does not reach it"
                            .formatted(from)));
  }

  private static String orderBy(LocalDate day, LocalDate night) {
    return day.isBefore(night)
        ? "new capacity had to be ordered by %s, %d days ago"
            .formatted(day, night.toEpochDay() - day.toEpochDay())
        : "order new capacity by " + day;
  }

  private static Optional<String> error(Measure measure, StoredForecast forecast) {
    return forecast.pastErrors().size() > A_MONTH
        ? forecast.pastErrors().get(A_MONTH).stream()
            .mapToObj(
                error ->
                    "such forecasts of it were off by a median of %s, 15 to 30 days ahead"
                        .formatted(Amounts.text(measure, error)))
            .findFirst()
        : Optional.empty();
  }
}
