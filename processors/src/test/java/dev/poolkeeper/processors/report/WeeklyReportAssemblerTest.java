package dev.poolkeeper.processors.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.attribution.SpaceChange;
import dev.poolkeeper.processors.report.PoolGrowthLine.NamespaceGrowth;
import dev.poolkeeper.processors.report.PoolGrowthLine.Others;
import dev.poolkeeper.processors.runway.Crossing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WeeklyReportAssemblerTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);
  private static final long GIB = 1L << 30;

  private static RunwayLine pool(String name, String outlook, String severity, int fullIn) {
    return pool(name, outlook, severity, fullIn, 500);
  }

  private static RunwayLine pool(
      String name, String outlook, String severity, int fullIn, int usedPerMille) {
    Crossing full =
        new Crossing(
            Optional.of(NIGHT.plusDays(fullIn)),
            Optional.of(NIGHT.plusDays(fullIn + 5)),
            Optional.of(NIGHT.plusDays(fullIn + 10)));
    return new RunwayLine(
        "pool",
        "nas1/pools/" + name,
        OptionalLong.of(usedPerMille),
        OptionalLong.of(1000),
        OptionalDouble.empty(),
        outlook,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Crossing.NONE,
        Crossing.NONE,
        outlook.equals("unknown") ? Crossing.NONE : full,
        Optional.of(NIGHT.plusDays(fullIn - 45)),
        Optional.of(severity).filter(word -> !word.isEmpty()),
        List.of("nas1/pools/" + name),
        Optional.empty(),
        "3 measured days are too few");
  }

  private static WeeklyReport report(
      List<RunwayLine> runways, List<PoolGrowthLine> growth, List<BacktestLine> backtest) {
    return new WeeklyReportAssembler()
        .assemble(
            new WeeklyFacts(
                "test",
                false,
                NIGHT,
                Instant.EPOCH,
                runways,
                growth,
                List.of(),
                backtest,
                Optional.of(NIGHT.minusDays(60)),
                List.of(),
                Map.of()));
  }

  private static WeeklyReport report(RunwayLine... runways) {
    return report(List.of(runways), List.of(), List.of());
  }

  @Test
  void theVerdictIsTheWorstPoolAndWhatIsNotKnownOutranksAll() {
    assertThat(report(pool("a", "fills", "", 90)).verdict()).isEqualTo(NightVerdict.OK);
    assertThat(report(pool("a", "fills", "info", 60)).verdict()).isEqualTo(NightVerdict.OK);
    assertThat(report(pool("a", "fills", "warning", 20), pool("b", "never", "", 1)).verdict())
        .isEqualTo(NightVerdict.ATTENTION);
    assertThat(report(pool("a", "fills", "critical", 3)).verdict())
        .isEqualTo(NightVerdict.CRITICAL);
    assertThat(report(pool("a", "fills", "critical", 3), pool("b", "unknown", "", 1)).verdict())
        .isEqualTo(NightVerdict.INCOMPLETE);
    assertThat(report().verdict()).isEqualTo(NightVerdict.INCOMPLETE);
  }

  @Test
  void whatIsUrgentIsSaidFirstAndWithBothEnds() {
    WeeklyReport report =
        report(
            pool("b", "fills", "warning", 20),
            pool("c", "unknown", "", 1),
            pool("a", "fills", "critical", 50));

    assertThat(report.headlines())
        .containsExactly(
            "nas1/pools/a is 50 % full and will likely be full between 2026-04-02 and 2026-04-12"
                + " (80 %); order new capacity by 2026-02-16.",
            "nas1/pools/b is 50 % full and will likely be full between 2026-03-03 and 2026-03-13"
                + " (80 %); new capacity had to be ordered by 2026-01-17.",
            "The runway of nas1/pools/c is not known: 3 measured days are too few.");
  }

  @Test
  void theSoonestIsNamedWhenNothingIsUrgent() {
    assertThat(report(pool("b", "fills", "", 90), pool("a", "fills", "", 95)).headlines())
        .containsExactly(
            "Soonest of all, nas1/pools/b is 50 % full and will likely be full between 2026-05-12"
                + " and 2026-05-22 (80 %); order new capacity by 2026-03-28.");
  }

  /** As everywhere else on the page. */
  @Test
  void levelsAreRoundedToTheNearestPercentAndNeverToFull() {
    assertThat(report(pool("a", "fills", "warning", 20, 807)).headlines().get(0))
        .startsWith("nas1/pools/a is 81 % full");
    assertThat(report(pool("a", "fills", "warning", 20, 997)).headlines().get(0))
        .startsWith("nas1/pools/a is >99 % full");
  }

  @Test
  void manyUrgentPoolsAreCounted() {
    RunwayLine[] many = new RunwayLine[9];
    for (int i = 0; i < many.length; i++) {
      many[i] = pool("p" + i, "fills", "critical", 3);
    }

    assertThat(report(many).headlines()).hasSize(5).last().isEqualTo("And 5 more like it.");
  }

  @Test
  void whoGrewMostIsNamedWithItsNamespace() {
    SpaceChange change = new SpaceChange(3 * GIB, 0, 0, 0);
    PoolGrowthLine growth =
        new PoolGrowthLine(
            "nas1/pools/a",
            7,
            Optional.of(NIGHT.minusDays(7)),
            Optional.of(NIGHT),
            OptionalLong.of(4 * GIB),
            Optional.empty(),
            List.of(
                new NamespaceGrowth(Optional.of("prod-a/namespaces/media"), 2, change, 3 * GIB)),
            Others.NONE,
            List.of(),
            Others.NONE,
            List.of(),
            Others.NONE,
            OptionalLong.of(GIB),
            List.of("in words"));

    assertThat(report(List.of(pool("a", "never", "", 1)), List.of(growth), List.of()).headlines())
        .last()
        .isEqualTo(
            "nas1/pools/a grew by 4 GiB from 2026-02-04 to 2026-02-11, 3 GiB of it in"
                + " prod-a/namespaces/media.");
  }

  @Test
  void hindsightIsASentenceOrAReason() {
    BacktestLine month =
        new BacktestLine(
            30,
            "all",
            1234,
            OptionalDouble.of(4.25),
            .81,
            .96,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty());
    WeeklyReport known = report(List.of(pool("a", "never", "", 1)), List.of(), List.of(month));
    WeeklyReport unknown = report(pool("a", "never", "", 1));

    assertThat(known.noBacktest()).isEmpty();
    assertThat(known.headlines())
        .last()
        .isEqualTo(
            "Our 30-day forecasts of the last eight weeks were off by a median of 4.3 %; the 80 %"
                + " band held 81 % of 1,234.");
    assertThat(unknown.noBacktest())
        .contains(
            "no 30-day forecast came to its day on a night of the last eight weeks that was"
                + " measured");
  }
}
