package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.ScenarioLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.report.NightlyPage.Setting;
import dev.poolkeeper.writers.report.WeeklyPage.Backtest;
import dev.poolkeeper.writers.report.WeeklyPage.BacktestRow;
import dev.poolkeeper.writers.report.WeeklyPage.Night;
import dev.poolkeeper.writers.report.WeeklyPage.PoolScenarios;
import dev.poolkeeper.writers.report.WeeklyPage.ScenarioRow;
import dev.poolkeeper.writers.report.WeeklyPage.Verdict;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Decides every text on the weekly page. Pure; the same report gives the same page. */
public final class WeeklyPageAssembler {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private final ZoneId displayZone;

  /**
   * @param displayZone zone of the capture time; nights stay UTC days
   */
  public WeeklyPageAssembler(ZoneId displayZone) {
    this.displayZone = displayZone;
  }

  public WeeklyPage assemble(WeeklyReport report) {
    RunwayRows runways = new RunwayRows(report);
    return new WeeklyPage(
        "%s%s: capacity on %s"
            .formatted(report.demo() ? "DEMO DATA: " : "", report.verdict(), report.date()),
        report.demo(),
        VisibleText.of(report.version()),
        new Verdict(Tags.verdict(report.verdict()), sentence(report.verdict())),
        night(report),
        WeeklyFigures.of(report),
        report.headlines().stream().map(VisibleText::of).toList(),
        runways.pools(),
        runways.resting(),
        report.growth().stream().map(GrowthCards::of).toList(),
        scenarios(report),
        new Backtest(
            report.backtest().stream().map(WeeklyPageAssembler::row).toList(),
            report.noBacktest().map(VisibleText::of).orElse("")),
        report.policy().entrySet().stream()
            .map(e -> new Setting(VisibleText.of(e.getKey()), VisibleText.of(e.getValue())))
            .toList());
  }

  private static String sentence(NightVerdict verdict) {
    return switch (verdict) {
      case OK -> "There is room everywhere, and nothing has to be ordered this week.";
      case ATTENTION -> "A person should look: a pool is too full or will be, or an order is due.";
      case CRITICAL -> "A person must look now: a pool is full or nearly so.";
      case INCOMPLETE -> "Not every runway is known, so nobody can say that there is room.";
    };
  }

  private Night night(WeeklyReport report) {
    return new Night(
        report.date().toString(),
        DAY.format(report.date()),
        report.capturedAt().toString(),
        MINUTE.format(report.capturedAt().atZone(displayZone)) + " (" + displayZone + ")");
  }

  private static List<PoolScenarios> scenarios(WeeklyReport report) {
    Map<String, List<ScenarioRow>> byPool = new TreeMap<>();
    for (ScenarioLine line : report.scenarios()) {
      byPool.computeIfAbsent(line.pool(), pool -> new ArrayList<>()).add(row(line, report.date()));
    }
    return byPool.entrySet().stream()
        .map(pool -> new PoolScenarios(VisibleText.of(pool.getKey()), pool.getValue()))
        .toList();
  }

  private static ScenarioRow row(ScenarioLine line, LocalDate night) {
    return new ScenarioRow(
        VisibleText.of(line.name()),
        VisibleText.of(line.assumption()),
        line.unknown()
            .map(reason -> "not computed: " + VisibleText.of(reason))
            .orElseGet(() -> CrossingText.dates(line.full(), night)),
        line.unknown().isPresent() ? "" : CrossingText.likely(line.full(), night),
        CrossingText.orderBy(line.orderBy(), night));
  }

  private static BacktestRow row(BacktestLine line) {
    return new BacktestRow(
        CountText.of(line.daysAhead(), "day"),
        VisibleText.of(line.kind()),
        CountText.of(line.forecasts()),
        line.medianErrorPercent().isPresent()
            ? String.format(Locale.ROOT, "%.1f %%", line.medianErrorPercent().getAsDouble())
            : "–",
        String.format(Locale.ROOT, "%.0f %%", 100 * line.within80()),
        String.format(Locale.ROOT, "%.0f %%", 100 * line.within95()));
  }
}
