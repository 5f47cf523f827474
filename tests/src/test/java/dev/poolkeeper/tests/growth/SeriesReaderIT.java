package dev.poolkeeper.tests.growth;

import static dev.poolkeeper.tests.growth.SeriesLedger.NIGHT;
import static dev.poolkeeper.tests.growth.SeriesLedger.VOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.history.SeriesLimit.Origin;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.readers.ledger.SeriesReader;
import dev.poolkeeper.tests.growth.SeriesLedger.Figures;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which series the ledger has on a night, and what it knows of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesReaderIT {

  private static final String OLD = "2025-01-01T00:00:00Z";
  private static final String ROOT = "nas1/datasets/tank";

  private SeriesLedger ledger;

  @BeforeAll
  void open(@TempDir Path folder) {
    ledger = new SeriesLedger(folder);
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  @BeforeEach
  void estate() {
    ledger.clear();
    ledger.object("pools", "nas1/pools/tank", LocalDate.of(2025, 1, 1), Map.of());
    ledger.dataset(ROOT, "FILESYSTEM", OLD, "");
    ledger.volume("media", "data", OLD);
  }

  private static List<@Nullable Long> days(Map<String, SeriesHistory> read, String key) {
    assertThat(read).containsKey(key);
    DailySeries values = SeriesLedger.of(read, key).values();
    List<@Nullable Long> days = new ArrayList<>();
    for (int i = 0; i < values.length(); i++) {
      days.add(values.isKnown(i) ? (Long) (long) values.value(i) : null);
    }
    return days;
  }

  private static LocalDate firstDay(SeriesHistory series) {
    return LocalDate.ofEpochDay(series.values().firstDay());
  }

  @Test
  void aVolumeIsItsDatasetUpToTheNightWithUnknownDaysMissing() {
    ledger.measured(VOLS + "data", NIGHT.minusDays(4), Figures.live(10, 100));
    ledger.measured(VOLS + "data", NIGHT.minusDays(2), Figures.live(12, 100));
    ledger.measured(VOLS + "data", NIGHT.minusDays(1), Figures.live(13, 50));
    ledger.measured(VOLS + "data", NIGHT.plusDays(1), Figures.live(99, 100));
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    SeriesHistory volume = SeriesLedger.of(read, VOLS + "data live");
    assertThat(days(read, VOLS + "data live")).containsExactly(10L, null, 12L, 13L, null);
    assertThat(firstDay(volume)).isEqualTo(NIGHT.minusDays(4));
    assertThat(volume.kind()).isEqualTo(SeriesKind.VOLUME);
    assertThat(volume.limit()).contains(new SeriesLimit(50, Origin.QUOTA));
    assertThat(volume.place().volume()).contains(Subject.parse("prod-a/persistentvolumes/data"));
    assertThat(volume.place().claim())
        .contains(Subject.parse("prod-a/persistentvolumeclaims/media/data"));
    assertThat(volume.place().pool()).contains(Subject.parse("nas1/pools/tank"));
  }

  @Test
  void aLaterNightSeesWhatAnEarlierRerunDoesNot() {
    ledger.measured(VOLS + "data", NIGHT, Figures.live(10, 100));
    ledger.measured(VOLS + "data", NIGHT.plusDays(1), Figures.live(11, 200));
    long before = ledger.night(NIGHT);
    long after = ledger.night(NIGHT.plusDays(1));

    assertThat(days(ledger.read(after, NIGHT.plusDays(1)), VOLS + "data live"))
        .containsExactly(10L, 11L);
    Map<String, SeriesHistory> again = ledger.read(before, NIGHT);
    assertThat(days(again, VOLS + "data live")).containsExactly(10L);
    assertThat(SeriesLedger.of(again, VOLS + "data live").limit())
        .contains(new SeriesLimit(100, Origin.QUOTA));
  }

  @Test
  void onlyTheLast400DaysMatter() {
    ledger.measured(VOLS + "data", NIGHT.minusDays(400), Figures.live(1, 100));
    ledger.measured(VOLS + "data", NIGHT.minusDays(399), Figures.live(2, 100));
    ledger.gone("datasets", VOLS + "data", NIGHT.minusDays(399));
    ledger.object("datasets", VOLS + "data", NIGHT.minusDays(399), Map.of("type", "FILESYSTEM"));
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(days(read, VOLS + "data live")).hasSize(400).startsWith(2L);
  }

  @Test
  void daysOfAnEarlierDatasetOfThatNameAreNotItsOwn() {
    ledger.gone("datasets", VOLS + "data", NIGHT.minusDays(3));
    ledger.dataset(VOLS + "data", "FILESYSTEM", "2026-02-09T10:00:00Z", "");
    ledger.measured(VOLS + "data", NIGHT.minusDays(3), Figures.live(90, 100));
    ledger.measured(VOLS + "data", NIGHT.minusDays(2), Figures.live(90, 100));
    ledger.measured(VOLS + "data", NIGHT.minusDays(1), Figures.live(1, 100));
    ledger.measured(VOLS + "data", NIGHT, Figures.live(2, 100));

    assertThat(days(ledger.read(ledger.night(NIGHT), NIGHT), VOLS + "data live"))
        .containsExactly(1L, 2L);
  }

  @Test
  void rebuiltDaysAreJoinedAndCountedButNotThoseOfAClone() {
    ledger.dataset(VOLS + "clone", "FILESYSTEM", OLD, "tank/k8s/vols/data@snap");
    for (String name : List.of("data", "clone")) {
      ledger.usage(
          "datasets",
          VOLS + name,
          NIGHT.minusDays(2),
          new Figures(null, null, 7L, null),
          "rebuilt");
      ledger.measured(VOLS + name, NIGHT, Figures.live(9, 100));
    }
    ledger.volumeOn("media", "clone", VOLS + "clone", "probable", OLD);
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(days(read, VOLS + "data live")).containsExactly(7L, null, 9L);
    assertThat(SeriesLedger.of(read, VOLS + "data live").rebuiltDays()).isEqualTo(1);
    assertThat(days(read, VOLS + "data used")).containsExactly(9L);
    assertThat(days(read, VOLS + "clone live")).containsExactly(9L);
  }

  @Test
  void aZvolIsNotFullAtItsVolsize() {
    ledger.dataset(VOLS + "block", "VOLUME", OLD, "");
    ledger.volumeOn("media", "block", VOLS + "block", "confirmed", OLD);
    ledger.measured(VOLS + "block", NIGHT, Figures.live(100, 100));

    assertThat(
            SeriesLedger.of(ledger.read(ledger.night(NIGHT), NIGHT), VOLS + "block live").limit())
        .isEmpty();
  }

  @Test
  void aClaimSaysItselfHowFullItIs() {
    String stats = "prod-a/volume-stats/media/data";
    ledger.usage(
        "volume-stats", stats, NIGHT.minusDays(1), new Figures(40L, null, null, 80L), "prometheus");
    ledger.usage("volume-stats", stats, NIGHT, new Figures(41L, null, null, 90L), "measured");
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    String key = "prod-a/persistentvolumeclaims/media/data filled";
    assertThat(days(read, key)).containsExactly(40L, 41L);
    SeriesHistory claim = SeriesLedger.of(read, key);
    assertThat(claim.kind()).isEqualTo(SeriesKind.CLAIM);
    assertThat(claim.prometheusDays()).isEqualTo(1);
    assertThat(claim.limit()).contains(new SeriesLimit(90, Origin.FILE_SYSTEM));
    assertThat(claim.place().dataset()).contains(Subject.parse(VOLS + "data"));
  }

  @Test
  void aClaimWithoutStatisticsIsNoSeries() {
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(read.keySet()).noneMatch(key -> key.endsWith("filled"));
  }

  @Test
  void whatLimitsADatasetDependsOnTheKindOfQuota() {
    ledger.dataset("nas1/datasets/tank/quota", "FILESYSTEM", OLD, "");
    ledger.dataset("nas1/datasets/tank/refquota", "FILESYSTEM", OLD, "");
    ledger.measured("nas1/datasets/tank/quota", NIGHT, new Figures(60L, 40L, 10L, 100L));
    ledger.measured("nas1/datasets/tank/refquota", NIGHT, new Figures(60L, 90L, 10L, 100L));
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(SeriesLedger.of(read, "nas1/datasets/tank/quota used").limit())
        .contains(new SeriesLimit(100, Origin.QUOTA));
    assertThat(read).doesNotContainKey("nas1/datasets/tank/quota live");
    assertThat(SeriesLedger.of(read, "nas1/datasets/tank/refquota used").limit()).isEmpty();
    assertThat(SeriesLedger.of(read, "nas1/datasets/tank/refquota live").limit())
        .contains(new SeriesLimit(100, Origin.QUOTA));
  }

  @Test
  void aPoolIsWhatItsRootDatasetUsesAndStillHas() {
    ledger.measured(ROOT, NIGHT.minusDays(1), Figures.used(700, 300));
    ledger.measured(ROOT, NIGHT, Figures.used(710, 490));
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(days(read, "nas1/pools/tank used")).containsExactly(700L, 710L);
    assertThat(SeriesLedger.of(read, "nas1/pools/tank used").limit())
        .contains(new SeriesLimit(1200, Origin.POOL));
    assertThat(read).doesNotContainKey(ROOT + " used");
  }

  @Test
  void groupsAreSumsOfWhatTheirVolumesUseAndMissingWhenAPartIsUnknown() {
    ledger.volume("media", "more", OLD);
    ledger.volume("web", "page", OLD);
    String[] all = {"data", "more", "page"};
    for (int back = 3; back >= 0; back--) {
      LocalDate night = NIGHT.minusDays(back);
      for (String name : all) {
        boolean unread = back == 2 && name.equals("more");
        if (!unread) {
          ledger.measured(VOLS + name, night, Figures.live(10 + back, 100));
        }
      }
      long run = back == 1 ? ledger.night(night, "prod-a/persistentvolumes") : ledger.night(night);
      ledger.read(run, night);
    }
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(days(read, "prod-a/namespaces/media used")).containsExactly(26L, null, null, 20L);
    assertThat(days(read, "prod-a/namespaces/web used")).containsExactly(13L, 12L, null, 10L);
    assertThat(days(read, "prod-a/storageclasses/nfs used")).containsExactly(39L, null, null, 30L);
    assertThat(days(read, "prod-a volumes")).containsExactly(3L, 3L, null, 3L);
    assertThat(SeriesLedger.of(read, "prod-a/namespaces/media used").kind())
        .isEqualTo(SeriesKind.NAMESPACE);
  }

  @Test
  void aVolumeThatIsNoLongerFoundMakesItsGroupUnknownAndOneThatIsElsewhereIsNoPart() {
    ledger.volumeOn("media", "elsewhere", "", "out-of-scope", OLD);
    ledger.volumeOn("media", "never-found", "", "unresolved", OLD);
    ledger.measured(VOLS + "data", NIGHT.minusDays(1), Figures.live(10, 100));
    ledger.measured(VOLS + "data", NIGHT, Figures.live(11, 100));
    ledger.read(ledger.night(NIGHT.minusDays(1)), NIGHT.minusDays(1));
    ledger.match("prod-a/persistentvolumes/data", "unresolved", "", NIGHT);
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(days(read, "prod-a/namespaces/media used")).containsExactly(10L, null);
  }

  @Test
  void twoVolumesOnOneDatasetCountOnce() {
    ledger.volumeOn("media", "same", VOLS + "data", "confirmed", OLD);
    ledger.measured(VOLS + "data", NIGHT, Figures.live(10, 100));
    Map<String, SeriesHistory> read = ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(days(read, "prod-a/namespaces/media used")).containsExactly(10L);
    assertThat(days(read, "prod-a volumes")).containsExactly(2L);
  }

  @Test
  void snapshotsAreCountedPerPoolAndNasAndWhereThereAreManyPerDataset() {
    for (int i = 0; i < 50; i++) {
      ledger.object("snapshots", "nas1/snapshots/tank/k8s/vols/data@auto-" + i, NIGHT, Map.of());
    }
    ledger.object("snapshots", "nas1/snapshots/tank@one", NIGHT.minusDays(1), Map.of());
    LocalDate before = NIGHT.minusDays(1);
    ledger.read(ledger.night(before), before);
    ledger.read(ledger.night(NIGHT), NIGHT);
    LocalDate after = NIGHT.plusDays(1);
    Map<String, SeriesHistory> read = ledger.read(ledger.night(after), after, "nas1/snapshots");

    assertThat(days(read, "nas1/pools/tank snapshots")).containsExactly(1L, 51L, null);
    assertThat(days(read, "nas1 snapshots")).containsExactly(1L, 51L, null);
    assertThat(days(read, VOLS + "data snapshots")).containsExactly(50L, null);
    assertThat(read).doesNotContainKey(ROOT + " snapshots");
  }

  @Test
  void piecesTogetherAreAllAndListingAgainChangesNothing() {
    ledger.measured(VOLS + "data", NIGHT, Figures.live(10, 100));
    ledger.measured(ROOT, NIGHT, Figures.used(700, 300));
    long run = ledger.night(NIGHT);
    Map<String, SeriesHistory> all = ledger.read(run, NIGHT);
    assertThat(ledger.read(run, NIGHT)).hasSameSizeAs(all).containsOnlyKeys(all.keySet());

    TreeSet<String> pieced = new TreeSet<>();
    TreeSet<String> forecast = new TreeSet<>();
    ledger
        .transaction()
        .executeWithoutResult(
            status -> {
              SeriesReader reader = new SeriesReader(ledger.dataSource());
              for (int piece = 0; piece < 3; piece++) {
                reader.read(
                    new SeriesReader.Request(run, NIGHT, piece, 3, SeriesReader.Choice.ALL),
                    series -> assertThat(pieced.add(series.key().toString())).isTrue());
              }
              reader.read(
                  new SeriesReader.Request(run, NIGHT, 0, 1, SeriesReader.Choice.FORECAST),
                  series -> forecast.add(series.key().toString()));
            });
    assertThat(pieced).containsExactlyElementsOf(all.keySet());
    assertThat(forecast).hasSize(all.size() - 1).doesNotContain(VOLS + "data used");
  }

  @Test
  void theMartHasOneRowPerSeriesAndDay() {
    ledger.measured(VOLS + "data", NIGHT, Figures.live(10, 100));
    ledger.measured(ROOT, NIGHT, Figures.used(700, 300));
    ledger.read(ledger.night(NIGHT), NIGHT);

    assertThat(
            ledger
                .sql()
                .sql(
                    "select concat_ws(' ', day, subject, measure, value, origin) from mart.series_day")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            NIGHT + " " + VOLS + "data live 10 measured",
            NIGHT + " " + VOLS + "data used 10 measured",
            NIGHT + " nas1/pools/tank used 700 measured",
            NIGHT + " nas1/pools/tank snapshots 0 measured",
            NIGHT + " nas1 snapshots 0 measured",
            NIGHT + " prod-a volumes 1 measured",
            NIGHT + " prod-a/namespaces/media used 10 measured",
            NIGHT + " prod-a/storageclasses/nfs used 10 measured");
  }
}
