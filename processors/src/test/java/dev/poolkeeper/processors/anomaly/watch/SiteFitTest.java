package dev.poolkeeper.processors.anomaly.watch;

import static dev.poolkeeper.processors.anomaly.watch.Watching.date;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import org.junit.jupiter.api.Test;

class SiteFitTest {

  /** A hundred volumes that each jump once, further and further. */
  private static SiteFit jumps(int nightsEach) {
    SiteFit fit = new SiteFit();
    for (int volume = 0; volume < 100; volume++) {
      for (int night = 0; night < nightsEach; night++) {
        fit.add(
            new Peak(
                Watching.volume("v" + volume).key(),
                AnomalyKind.GROWTH,
                date(100 + night),
                1 + 0.05 * volume - 0.01 * night));
      }
    }
    return fit;
  }

  private static double growth(SiteThresholds fitted) {
    return fitted.thresholds().of(AnomalyKind.GROWTH);
  }

  @Test
  void aSiteWithHeavyTailsGetsAHigherThreshold() {
    SiteThresholds fitted = jumps(1).fit(date(200), 100, 20_000, 1);

    // 5 of 20,000 nights may pass: 25 % of 1 in 1,000
    assertThat(growth(fitted)).isBetween(5.5, 6.0);
    assertThat(fitted.thresholds().of(AnomalyKind.PILE_UP))
        .isEqualTo(0.5 * AlarmThresholds.SHIPPED.of(AnomalyKind.PILE_UP));
  }

  @Test
  void nightsOfOneRunCountOnceWithTheirHighestScore() {
    assertThat(growth(jumps(7).fit(date(200), 100, 20_000, 1)))
        .isEqualTo(growth(jumps(1).fit(date(200), 100, 20_000, 1)));
  }

  @Test
  void aLargerBudgetGivesALowerThreshold() {
    assertThat(growth(jumps(1).fit(date(200), 100, 20_000, 4)))
        .isLessThan(growth(jumps(1).fit(date(200), 100, 20_000, 1)));
  }

  @Test
  void fewNightsLeaveTheShippedThresholds() {
    assertThat(jumps(1).fit(date(200), 100, 1_999, 1).thresholds())
        .isSameAs(AlarmThresholds.SHIPPED);
  }

  @Test
  void aFitHoldsForSevenNightsAndForItsBudget() {
    SiteThresholds fitted = jumps(1).fit(date(200), 100, 20_000, 1);

    assertThat(fitted.outdatedOn(date(206), 1)).isFalse();
    assertThat(fitted.outdatedOn(date(207), 1)).isTrue();
    assertThat(fitted.outdatedOn(date(201), 2)).isTrue();
  }
}
