package dev.poolkeeper.tests.growth;

import static dev.poolkeeper.tests.growth.SeriesLedger.NIGHT;
import static dev.poolkeeper.tests.growth.SeriesLedger.VOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.growth.Basis.Share;
import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.Fullness.Outlook;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.growth.Trend;
import dev.poolkeeper.readers.ledger.OutlookReader;
import dev.poolkeeper.writers.ledger.GrowthNightWriter.Done;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The growth step over nights of one small ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightlyGrowthIT {

  private static final long GIB = 1L << 30;
  private static final int HISTORY = 120;
  private static final int VOLUMES = 8;

  private SeriesLedger ledger;

  @BeforeAll
  void open(@TempDir Path folder) {
    ledger = new SeriesLedger(folder);
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  /** Volumes that grow a GiB a day, more or less, up to a week after the night. */
  @BeforeEach
  void estate() {
    ledger.clear();
    ledger.object("pools", "nas1/pools/tank", LocalDate.of(2025, 1, 1), Map.of());
    ledger.dataset("nas1/datasets/tank", "FILESYSTEM", "2025-01-01T00:00:00Z", "");
    for (int i = 0; i < VOLUMES; i++) {
      ledger.volume("media", "v" + i, "2025-01-01T00:00:00Z");
      ledger.measuredDays(
          VOLS + "v" + i, NIGHT.plusDays(8), HISTORY + 8, 200 * GIB, growing(i, HISTORY + 8));
    }
    ledger.measuredDays(
        "nas1/datasets/tank", NIGHT.plusDays(8), HISTORY + 8, 0, growing(99, HISTORY + 8));
  }

  private static LongUnaryOperator growing(long seed, int days) {
    Random chance = new Random(seed);
    long[] noise = chance.longs(days, 0, GIB / 4).toArray();
    return back -> (days - back) * GIB + noise[(int) back];
  }

  private Map<String, SeriesOutlook> outlooks(LocalDate night) {
    Map<String, SeriesOutlook> byKey = new TreeMap<>();
    new OutlookReader(ledger.sql())
        .ofNight(night)
        .forEach(outlook -> byKey.put(outlook.key().toString(), outlook));
    return byKey;
  }

  private List<String> rows(String query) {
    return ledger.sql().sql(query).query(String.class).list();
  }

  private Done night(LocalDate night) {
    return ledger.forecast(ledger.night(night), night);
  }

  @Test
  void aGrowingVolumeIsForecastWithDatesAndReason() {
    Done done = night(NIGHT);

    SeriesOutlook volume = SeriesLedger.of(outlooks(NIGHT), VOLS + "v0 live");
    assertThat(volume.outcome()).isEqualTo(Outcome.FORECAST);
    assertThat(volume.place().claim().map(Object::toString))
        .contains("prod-a/persistentvolumeclaims/media/v0");
    assertThat(volume.known().lastDay()).contains(NIGHT);
    assertThat(volume.known().days()).isEqualTo(HISTORY);
    StoredForecast forecast = volume.forecast().orElseThrow();
    assertThat(forecast.trend()).isEqualTo(Trend.GROWING);
    assertThat(forecast.growthPerDay()).isBetween(.9 * GIB, 1.1 * GIB);
    Fullness fullness = forecast.fullness();
    // 120 of 200 GiB, one a day
    assertThat(fullness.outlook()).isEqualTo(Outlook.FILLS);
    assertThat(fullness.within30().orElseThrow()).isLessThan(.05);
    assertThat(fullness.within90().orElseThrow()).isGreaterThan(.5);
    assertThat(fullness.likely().orElseThrow())
        .isBetween(NIGHT.plusDays(72), NIGHT.plusDays(88))
        .isBetween(fullness.earliest().orElseThrow(), fullness.latest().orElseThrow());
    assertThat(fullness.orderBy()).isEqualTo(fullness.earliest().map(day -> day.minusDays(45)));
    assertThat(forecast.band())
        .extracting(BandDay::daysAhead)
        .containsExactly(3, 7, 14, 30, 60, 90, 180);
    assertThat(forecast.shares().stream().mapToDouble(Share::share).sum()).isBetween(.999, 1.001);
    assertThat(forecast.pastErrors()).hasSize(6).allMatch(error -> error.isPresent());
    assertThat(volume.reason())
        .startsWith("grows ")
        .contains(" a day, evenly since ", " past weeks");
    assertThat(
            SeriesLedger.of(outlooks(NIGHT), "nas1/pools/tank used")
                .forecast()
                .orElseThrow()
                .band())
        .hasSize(180);
    assertThat(done.series()).isEqualTo(outlooks(NIGHT).size());
    assertThat(done.examined()).isEqualTo(done.series());
  }

  @Test
  void whatCannotBeForecastSaysWhy() {
    ledger.volume("media", "young", "2025-01-01T00:00:00Z");
    ledger.measuredDays(VOLS + "young", NIGHT, 6, 100, back -> 10 - back);
    ledger.volume("media", "unread", "2025-01-01T00:00:00Z");
    ledger.measuredDays(VOLS + "unread", NIGHT.minusDays(8), 60, 100, back -> 60 - back);
    ledger.volume("media", "never", "2025-01-01T00:00:00Z");
    night(NIGHT);

    Map<String, SeriesOutlook> outlooks = outlooks(NIGHT);
    assertThat(SeriesLedger.of(outlooks, VOLS + "young live").outcome())
        .isEqualTo(Outcome.NOT_ENOUGH_HISTORY);
    assertThat(SeriesLedger.of(outlooks, VOLS + "young live").reason())
        .isEqualTo("not enough history: 6 measured days, a forecast needs 7");
    assertThat(SeriesLedger.of(outlooks, VOLS + "unread live").outcome())
        .isEqualTo(Outcome.NOT_MEASURED);
    assertThat(SeriesLedger.of(outlooks, VOLS + "unread live").reason())
        .isEqualTo("not measured since 2026-02-03: a forecast needs a value of the last 7 days");
    assertThat(SeriesLedger.of(outlooks, VOLS + "never live").outcome())
        .isEqualTo(Outcome.NOT_MEASURED);
    assertThat(SeriesLedger.of(outlooks, VOLS + "never live").known().lastDay())
        .isEqualTo(Optional.empty());
  }

  @Test
  void runningANightAgainGivesTheSameFigures() {
    night(NIGHT);
    night(NIGHT.plusDays(1));
    String all = "select forecast::text from mart.forecast order by run_on, subject, measure";
    List<String> before = rows(all);
    night(NIGHT.plusDays(1));

    assertThat(rows(all)).isEqualTo(before).isNotEmpty();
  }

  @Test
  void aNightCostsOneOriginUntilTheSeriesIsDueAgain() {
    night(NIGHT);
    List<String> learned = rows("select state::text from ledger.growth_state as state order by 1");
    Done next = night(NIGHT.plusDays(1));

    assertThat(next.examined()).isLessThan(next.series());
    String kept =
        "select state::text from ledger.growth_state as state where examined_on = '%s' order by 1";
    List<String> notDue = rows(kept.formatted(NIGHT));
    assertThat(learned).containsAll(notDue);
    assertThat(notDue).isNotEmpty();
    assertThat(
            rows(
                """
                select one.subject from mart.forecast as one
                join mart.forecast as other using (subject, measure)
                join ledger.growth_state as state using (subject, measure)
                where one.run_on = '%1$s' and other.run_on = '%2$s' and state.examined_on = '%1$s'
                    and (one.methods, one.shares, one.origins)
                        is distinct from (other.methods, other.shares, other.origins)
                """
                    .formatted(NIGHT, NIGHT.plusDays(1))))
        .isEmpty();
    for (int day = 2; day <= 7; day++) {
      night(NIGHT.plusDays(day));
    }
    assertThat(rows(kept.formatted(NIGHT))).isEmpty();
  }

  @Test
  void aStateIsNotWrittenOverByAnOlderNight() {
    night(NIGHT);
    String said = "select forecast::text from mart.forecast where run_on = '%s'".formatted(NIGHT);
    List<String> first = rows(said);
    ledger.sql().sql("truncate ledger.growth_state").update();
    night(NIGHT.plusDays(3));
    List<String> states = rows("select state::text from ledger.growth_state as state order by 1");
    night(NIGHT);

    assertThat(rows("select state::text from ledger.growth_state as state order by 1"))
        .isEqualTo(states);
    assertThat(rows(said)).containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  void whatTheFleetWasWrongByIsKeptPerNight() {
    night(NIGHT);

    assertThat(
            rows(
                """
                select (sum(counted.count) > 0)::text from ledger.growth_score
                cross join unnest(counts) as counted (count)
                where run_on = '%s'
                """
                    .formatted(NIGHT)))
        .containsExactly("true");
    assertThat(rows("select (scored between 9 and series)::text from mart.growth_night"))
        .containsExactly("true");
  }
}
