package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.PoolGrowthLine;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.ChangeText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The week in four figures: when the first pool is full, when to order, what grew, how right. */
final class WeeklyFigures {

  private static final int A_WEEK = 7;
  private static final int A_MONTH = 30;
  private static final String QUIET = "quiet";

  private final WeeklyReport report;
  private final List<RunwayLine> pools;

  private WeeklyFigures(WeeklyReport report) {
    this.report = report;
    this.pools =
        report.runways().stream().filter(line -> line.kind().equals(RunwayLine.POOL)).toList();
  }

  static List<Count> of(WeeklyReport report) {
    WeeklyFigures figures = new WeeklyFigures(report);
    return List.of(figures.soonest(), figures.order(), figures.growth(), figures.held());
  }

  private Count soonest() {
    Optional<RunwayLine> first =
        pools.stream()
            .filter(pool -> pool.full().earliest().isPresent())
            .min(
                Comparator.comparing((RunwayLine pool) -> pool.full().earliest().orElseThrow())
                    .thenComparing(RunwayLine::subject));
    if (first.isEmpty()) {
      return new Count(
          "Soonest full", "none", QUIET, pools.isEmpty() ? "no pool was read" : "in sight");
    }
    String dates = CrossingText.dates(first.get().full(), report.date());
    return new Count(
        "Soonest full", dates, tone(first.get()), VisibleText.of(first.get().subject()) + ", 80 %");
  }

  private static String tone(RunwayLine pool) {
    return pool.severity().map(word -> Tags.severity(word).tone()).orElse("neutral");
  }

  private Count order() {
    Optional<RunwayLine> first =
        pools.stream()
            .filter(pool -> pool.orderBy().isPresent())
            .min(
                Comparator.comparing((RunwayLine pool) -> pool.orderBy().orElseThrow())
                    .thenComparing(RunwayLine::subject));
    if (first.isEmpty()) {
      return new Count("Order by", "–", QUIET, "nothing has to be ordered");
    }
    LocalDate day = first.get().orderBy().orElseThrow();
    boolean late = !day.isAfter(report.date());
    return new Count(
        "Order by",
        day.toString(),
        late ? "warning" : "info",
        "for %s%s".formatted(VisibleText.of(first.get().subject()), late ? "; overdue" : ""));
  }

  /** A sum with an unknown part is unknown. */
  private Count growth() {
    List<PoolGrowthLine> week =
        report.growth().stream().filter(line -> line.days() == A_WEEK).toList();
    long unknown = week.stream().filter(line -> line.deltaBytes().isEmpty()).count();
    if (week.isEmpty() || unknown > 0) {
      return new Count(
          "Growth in a week",
          ByteText.UNKNOWN,
          QUIET,
          week.isEmpty()
              ? "nothing to compare with"
              : "of %s it is not known".formatted(CountText.of(unknown, "pool")));
    }
    long bytes =
        week.stream().mapToLong(line -> line.deltaBytes().orElseThrow()).reduce(0, Math::addExact);
    return new Count(
        "Growth in a week",
        ChangeText.of(bytes),
        "neutral",
        "of " + CountText.of(week.size(), "pool") + " together");
  }

  /** Of forecasts of a month; while none is that old, of the next longest. */
  private Count held() {
    return Stream.of(A_MONTH, A_WEEK)
        .flatMap(
            days ->
                report.backtest().stream()
                    .filter(line -> line.daysAhead() == days && line.kind().equals("all")))
        .findFirst()
        .map(
            line ->
                new Count(
                    "80 % band held",
                    CountText.percent(line.within80()),
                    "neutral",
                    "of %s of %s"
                        .formatted(
                            CountText.of(line.forecasts(), "forecast"),
                            CountText.of(line.daysAhead(), "day"))))
        .orElseGet(
            () ->
                new Count("80 % band held", ByteText.UNKNOWN, QUIET, "no forecast is old enough"));
  }
}
