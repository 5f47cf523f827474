package dev.poolkeeper.processors.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.growth.Fullness.Outlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.calibration.ScoreGroup;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.growth.calibration.ScoreTable;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.history.SeriesPlace;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlookMakerTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);
  private static final int HORIZON = 120;
  private static final int LEAD = 45;

  private static final OutlookMaker MAKER =
      new OutlookMaker(
          NIGHT,
          new GrowthForecaster(calibration()),
          new OutlookMaker.Policy(HORIZON, LEAD),
          unit -> amount -> Math.round(amount) + " " + unit);

  /** A fleet whose errors were as likely up as down. */
  private static Calibration calibration() {
    Random chance = new Random(1);
    ScorePool pool = new ScorePool();
    for (ScoreGroup group : ScoreGroup.values()) {
      for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
        for (int i = 0; i < 2000; i++) {
          pool.add(group, bucket, chance.nextGaussian());
        }
      }
    }
    return Calibration.of(ScoreTable.of(pool));
  }

  private static SeriesHistory history(
      SeriesKind kind, Optional<SeriesLimit> limit, double... values) {
    SeriesKey key = new SeriesKey(Subject.parse("nas1/pools/tank"), Measure.USED);
    long first = NIGHT.toEpochDay() - values.length + 1;
    return new SeriesHistory(
        1,
        key,
        kind,
        new SeriesPlace(
            "nas1",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        limit,
        DailySeries.of(key.toString(), DayAxis.DATE, first, values),
        3,
        0);
  }

  private static double[] growing(int days) {
    Random chance = new Random(7);
    double[] values = new double[days];
    for (int day = 0; day < days; day++) {
      values[day] = 1000 + 10 * day + Math.rint(5 * chance.nextDouble());
    }
    return values;
  }

  private static SeriesOutlook outlook(SeriesKind kind, long limit, double... values) {
    SeriesHistory series =
        history(
            kind,
            limit == 0
                ? Optional.empty()
                : Optional.of(new SeriesLimit(limit, SeriesLimit.Origin.POOL)),
            values);
    return MAKER.of(series, GrowthExaminer.examine(series.values(), HORIZON, new ScorePool()));
  }

  @Test
  void datesFollowFromTheBandAndTheLeadTime() {
    SeriesOutlook outlook = outlook(SeriesKind.VOLUME, 2700, growing(120));

    // 2190 on the night, 10 a day
    Fullness fullness = outlook.forecast().orElseThrow().fullness();
    assertThat(fullness.outlook()).isEqualTo(Outlook.FILLS);
    assertThat(fullness.likely().orElseThrow())
        .isBetween(NIGHT.plusDays(47), NIGHT.plusDays(54))
        .isAfterOrEqualTo(fullness.earliest().orElseThrow())
        .isBeforeOrEqualTo(fullness.latest().orElseThrow());
    assertThat(fullness.orderBy()).isEqualTo(fullness.earliest().map(day -> day.minusDays(LEAD)));
    assertThat(fullness.within7().orElseThrow())
        .isLessThanOrEqualTo(fullness.within30().orElseThrow());
    assertThat(fullness.within90().orElseThrow()).isGreaterThan(.9);
    assertThat(outlook.reason()).contains("10 BYTES a day");
    assertThat(outlook.known().rebuiltDays()).isEqualTo(3);
  }

  @Test
  void whatIsFullIsFullTonight() {
    Fullness fullness =
        outlook(SeriesKind.VOLUME, 2000, growing(120)).forecast().orElseThrow().fullness();

    assertThat(fullness.outlook()).isEqualTo(Outlook.FULL);
    assertThat(fullness.within7()).isEqualTo(OptionalDouble.of(1));
    assertThat(fullness.earliest()).contains(NIGHT);
    assertThat(fullness.orderBy()).contains(NIGHT.minusDays(LEAD));
  }

  @Test
  void neverHasAReasonAndNoDates() {
    Fullness fullness =
        outlook(SeriesKind.VOLUME, 1_000_000, growing(120)).forecast().orElseThrow().fullness();

    assertThat(fullness.outlook()).isEqualTo(Outlook.NEVER);
    assertThat(fullness.reason().orElseThrow()).contains("too little to fill within 120 days");
    assertThat(fullness.earliest()).isEmpty();
    assertThat(fullness.orderBy()).isEmpty();
    assertThat(fullness.within90().orElseThrow()).isLessThan(.05);
  }

  @Test
  void withoutALimitNothingIsSaidOfBeingFull() {
    assertThat(outlook(SeriesKind.VOLUME, 0, growing(120)).forecast().orElseThrow().fullness())
        .isEqualTo(Fullness.UNLIMITED);
  }

  @Test
  void poolsHaveEveryDayOfTheBand() {
    assertThat(outlook(SeriesKind.POOL, 0, growing(60)).forecast().orElseThrow().band())
        .hasSize(HORIZON);
    assertThat(outlook(SeriesKind.VOLUME, 0, growing(60)).forecast().orElseThrow().band())
        .extracting(StoredForecast.BandDay::daysAhead)
        .containsExactly(3, 7, 14, 30, 60, 90, HORIZON);
  }

  @Test
  void aWeekWithoutAValueIsStillTodayButNotEightDays() {
    double[] values = growing(60);
    Arrays.fill(values, 53, 60, Double.NaN);
    assertThat(OutlookMaker.fresh(history(SeriesKind.POOL, Optional.empty(), values), NIGHT))
        .isTrue();
    values[52] = Double.NaN;
    SeriesHistory stale = history(SeriesKind.POOL, Optional.empty(), values);
    assertThat(OutlookMaker.fresh(stale, NIGHT)).isFalse();
    assertThat(MAKER.notMeasured(stale).outcome()).isEqualTo(Outcome.NOT_MEASURED);
    assertThat(MAKER.notMeasured(stale).reason()).startsWith("not measured since 2026-02-03");
    assertThat(OutlookMaker.fresh(history(SeriesKind.POOL, Optional.empty()), NIGHT)).isFalse();
  }

  @Test
  void repairedDaysAreReported() {
    double[] values = growing(60);
    values[30] = 1;

    assertThat(outlook(SeriesKind.POOL, 0, values).known().repairedDays())
        .containsExactly(NIGHT.minusDays(29));
  }
}
