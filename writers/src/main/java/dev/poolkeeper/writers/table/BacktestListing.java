package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.whole;

import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.writers.text.CountText;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How right past forecasts were, as a list. */
public final class BacktestListing {

  private static final String ALL = "all";

  private BacktestListing() {}

  /**
   * @param emptyText why there is nothing to judge yet
   */
  public static Listing<BacktestLine> of(List<BacktestLine> rows, String emptyText) {
    return new Listing<>(
        "Backtest",
        BacktestLine.class,
        rows,
        List.of(
            number("DAYS AHEAD", 1, line -> Integer.toString(line.daysAhead())),
            whole("KIND", 1, BacktestLine::kind),
            number("FORECASTS", 3, line -> CountText.of(line.forecasts())),
            number("MEDIAN ERROR", 1, line -> percent(line.medianErrorPercent())),
            number("IN 80 %", 1, line -> share(line.within80())),
            number("IN 95 %", 2, line -> share(line.within95())),
            number("FILLED", 4, BacktestListing::filled),
            number("BRIER", 4, line -> score(line.brier())),
            number("BRIER OF SHARE", 5, line -> score(line.brierOfShare()))),
        rows.stream()
            .filter(line -> line.kind().equals(ALL))
            .map(BacktestListing::sentence)
            .collect(Collectors.joining("; ")),
        emptyText);
  }

  private static String sentence(BacktestLine line) {
    return "%d-day forecasts were off by a median of %s, the 80 %% band held %s"
        .formatted(line.daysAhead(), percent(line.medianErrorPercent()), share(line.within80()));
  }

  private static String percent(OptionalDouble percent) {
    return percent.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", percent.getAsDouble())
        : "unknown";
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String filled(BacktestLine line) {
    return line.withProbability() == 0
        ? ""
        : CountText.of(line.filled()) + " of " + CountText.of(line.withProbability());
  }

  private static String score(OptionalDouble score) {
    return score.isPresent() ? String.format(Locale.ROOT, "%.3f", score.getAsDouble()) : "";
  }
}
