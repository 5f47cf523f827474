package dev.poolkeeper.processors.report;

import static java.util.Locale.ROOT;

import java.time.LocalDate;
import java.util.Optional;

/** How right forecasts of 30 days were, in a sentence, or why nobody can tell yet. */
final class Hindsight {

  private static final int A_MONTH = 30;

  private Hindsight() {}

  /** Empty when no such forecast has come to its day. */
  static Optional<String> sentence(WeeklyFacts facts) {
    return line(facts).map(Hindsight::sentence);
  }

  private static Optional<BacktestLine> line(WeeklyFacts facts) {
    return facts.backtest().stream()
        .filter(line -> line.daysAhead() == A_MONTH && line.kind().equals("all"))
        .findFirst();
  }

  private static String sentence(BacktestLine line) {
    String off =
        line.medianErrorPercent().isPresent()
            ? String.format(
                ROOT, "off by a median of %.1f %%", line.medianErrorPercent().getAsDouble())
            : "of things that came to nothing";
    return String.format(
        ROOT,
        "Our 30-day forecasts of the last eight weeks were %s; the 80 %% band held %.0f %% of %,d.",
        off,
        100 * line.within80(),
        line.forecasts());
  }

  /** Why nothing can be said; empty when something can. */
  static Optional<String> missing(WeeklyFacts facts) {
    if (line(facts).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        facts
            .firstForecast()
            .map(first -> missing(first, facts.date()))
            .orElse("no night has forecast anything yet"));
  }

  private static String missing(LocalDate first, LocalDate night) {
    LocalDate due = first.plusDays(A_MONTH);
    return due.isAfter(night)
        ? "the first night that forecast is %s, so no 30-day forecast can be judged before %s"
            .formatted(first, due)
        : "no 30-day forecast came to its day on a night of the last eight weeks that was measured";
  }
}
