package dev.poolkeeper.processors.growth;

import static dev.poolkeeper.processors.growth.Fleets.calibration;
import static dev.poolkeeper.processors.growth.Fleets.eventful;
import static dev.poolkeeper.processors.growth.Fleets.examined;
import static dev.poolkeeper.processors.growth.Fleets.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.growth.FullOutlook.AlreadyFull;
import dev.poolkeeper.processors.growth.FullOutlook.Fills;
import dev.poolkeeper.processors.growth.FullOutlook.Never;
import dev.poolkeeper.processors.growth.FullOutlook.Within;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import org.junit.jupiter.api.Test;

class FullOutlookFinderTest {

  private final GrowthForecaster forecaster = new GrowthForecaster(calibration());
  private final FullOutlookFinder finder =
      new FullOutlookFinder(forecaster, amount -> "%.0f B".formatted(amount));

  private FullOutlook outlook(DailySeries series, double capacity) {
    return finder.find(examined(series, 90), capacity);
  }

  /** 1595 on the last day and 5 more each day: 1800 on day 41. */
  @Test
  void aSteadyLineFillsWhenItReachesItsCapacity() {
    Fills fills = (Fills) outlook(series(120, day -> 1000 + 5 * day), 1800);
    assertThat(fills.expected()).hasValue(41);
    assertThat(fills.earliest().orElseThrow()).isBetween(38, 41);
    assertThat(fills.latest().orElseThrow()).isBetween(41, 44);
    assertThat(fills.within()).extracting(Within::days).containsExactly(7, 30, 90);
    assertThat(fills.within().get(0).probability()).isLessThan(.05);
    assertThat(fills.within().get(2).probability()).isGreaterThan(.95);
  }

  @Test
  void whatIsAtItsCapacityIsFull() {
    assertThat(outlook(series(120, day -> Math.min(1000, 10 * day)), 1000))
        .isEqualTo(new AlreadyFull());
  }

  @Test
  void farFromItsCapacityItNeverFillsAndTheReasonIsSaid() {
    assertThat(outlook(series(120, day -> 1000 + 5 * day), 1e6))
        .isEqualTo(new Never("it grows by 5 B a day, too little to fill within 90 days"));
    assertThat(outlook(series(120, day -> 10_000 - 5 * day), 1e6))
        .isEqualTo(new Never("it shrinks by 5 B a day"));
    assertThat(outlook(series(120, day -> 1000 + day % 2), 1e6))
        .isEqualTo(
            new Never("no trend, and no error was ever large enough to fill it within 90 days"));
  }

  @Test
  void theProbabilityRisesWithTheDaysAndFallsWithTheCapacity() {
    DailySeries eventful = DailySeries.of("a", DayAxis.INDEX, 0, eventful(300, 1));
    Examination examination = examined(eventful, 90);
    double last = examination.basis().lastValue();
    double[] smaller = forecaster.fullProbability(examination, last * 1.05);
    for (double factor = 1.06; factor < 3; factor *= 1.05) {
      double[] larger = forecaster.fullProbability(examination, last * factor);
      assertThat(larger).isSorted();
      for (int h = 0; h < 90; h++) {
        assertThat(larger[h]).isBetween(0.0, smaller[h]);
      }
      smaller = larger;
    }
  }

  @Test
  void aSeriesOfZerosFillsNothing() {
    assertThat(outlook(series(120, day -> 0), 10)).isInstanceOf(Never.class);
  }

  @Test
  void theReasonNamesTrendMethodsAndPast() {
    Basis basis = examined(DailySeries.of("a", DayAxis.DATE, 20_000, eventful(300, 1)), 90).basis();
    String reason = GrowthReason.of(basis, amount -> "%.1f GB".formatted(amount / 1e9));
    assertThat(reason)
        .matches(
            "grows 1\\.\\d GB a day, evenly since 20\\d\\d-\\d\\d-\\d\\d(, with a cycle of 7"
                + " days)?; mainly .* \\d+ %.*; 300 days of history, 18 missing, tried on 26 past"
                + " weeks");
  }

  @Test
  void withoutATrendTheReasonSaysSo() {
    Basis basis = examined(series(10, day -> 7), 90).basis();
    assertThat(GrowthReason.of(basis, amount -> "%.0f B".formatted(amount)))
        .startsWith("no trend: it moves 0 B within 30 days, and that may be wrong by 0 B")
        .endsWith("10 days of history, too few to try the methods on");
  }
}
