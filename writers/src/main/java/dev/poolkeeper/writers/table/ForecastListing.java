package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.name;
import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.subject;
import static dev.poolkeeper.writers.table.Column.whole;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.report.ForecastLine;
import dev.poolkeeper.writers.text.AmountText;
import dev.poolkeeper.writers.text.CountText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The list of forecasts. */
public final class ForecastListing {

  private ForecastListing() {}

  public static Listing<ForecastLine> of(List<ForecastLine> rows) {
    return new Listing<>(
        "Forecasts",
        ForecastLine.class,
        rows,
        List.of(
            subject("SUBJECT", ForecastLine::subject),
            word("MEASURE", 4, ForecastLine::measure),
            number("FULL", 3, ForecastListing::full),
            number("IN 30 D", 2, line -> probability(line.fullWithin30())),
            number("IN 90 D", 1, line -> probability(line.fullWithin90())),
            whole("EARLIEST", 1, line -> day(line.earliest())),
            whole("LATEST", 4, line -> day(line.latest())),
            whole("ORDER BY", 5, line -> day(line.orderBy())),
            number("A DAY", 2, ForecastListing::growth),
            name("CLAIM", 6, line -> line.claim().orElse("")),
            sentence("WHY", 7, line -> line.outlookReason().orElse(line.reason()))),
        summary(rows),
        "No forecasts.");
  }

  private static String summary(List<ForecastLine> rows) {
    long made = rows.stream().filter(line -> line.outlook().isPresent()).count();
    long filling = rows.stream().filter(line -> line.earliest().isPresent()).count();
    return "%s, %s of them forecast, %s may fill within the horizon"
        .formatted(
            CountText.of(rows.size(), "series", "series"),
            CountText.of(made),
            CountText.of(filling));
  }

  private static String full(ForecastLine line) {
    return line.capacity().isPresent() && line.lastValue().isPresent()
        ? CountText.percent(
            Math.round(line.lastValue().getAsDouble()), (double) line.capacity().getAsLong())
        : "";
  }

  private static String growth(ForecastLine line) {
    if (line.growthPerDay().isEmpty()) {
      return "";
    }
    double growth = line.growthPerDay().getAsDouble();
    String text = AmountText.of(Measure.of(line.measure()).unit(), growth);
    return line.trend().filter("none"::equals).isPresent() ? "–" : text;
  }

  private static String probability(OptionalDouble probability) {
    return probability.isPresent() ? CountText.percent(probability.getAsDouble()) : "";
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
