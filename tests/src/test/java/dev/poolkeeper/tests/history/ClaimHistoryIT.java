package dev.poolkeeper.tests.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.nightly.ClaimHistory;
import dev.poolkeeper.jobs.nightly.MissingClaimDays;
import dev.poolkeeper.processors.history.ClaimDay;
import dev.poolkeeper.processors.history.DayRange;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.VolumeStats;
import dev.poolkeeper.readers.ledger.PrometheusAnswers;
import dev.poolkeeper.readers.source.SourceUnavailable;
import dev.poolkeeper.tests.history.PastLedger.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fill levels of claims on past days, told by a Prometheus. Every test has a cluster of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimHistoryIT {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);
  private static final int DAYS_BACK = 30;

  private PastLedger ledger;
  private String cluster = "";
  private final List<DayRange> asked = new ArrayList<>();

  @BeforeAll
  void open(@TempDir Path folder) {
    ledger = new PastLedger(folder);
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  @BeforeEach
  void name(TestInfo test) {
    cluster = test.getTestMethod().orElseThrow().getName();
    asked.clear();
  }

  private PersistentVolumeClaim claim(String name, String createdAt) {
    return new PersistentVolumeClaim(
        cluster,
        "media",
        name,
        "uid-" + name,
        Instant.parse(createdAt),
        Optional.empty(),
        "Bound",
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private VolumeStats measured(String claim, long used) {
    return new VolumeStats(
        cluster,
        "media",
        claim,
        SpaceUsage.ofCapacity(OptionalLong.of(used), OptionalLong.empty(), OptionalLong.of(100)));
  }

  private ClaimDay day(String claim, String day, long used) {
    return new ClaimDay(
        cluster, "media", claim, LocalDate.parse(day), OptionalLong.of(used), OptionalLong.of(100));
  }

  private long absorb(LocalDate night, VolumeStats... stats) {
    return ledger.absorb(
        PastLedger.cluster(cluster, night),
        night,
        Part.complete(
            ObjectKind.PERSISTENT_VOLUME_CLAIM,
            claim("data", "2025-06-01T00:00:00Z"),
            claim("young", "2026-02-08T10:00:00Z")),
        Part.complete(ObjectKind.VOLUME_STATS, stats));
  }

  private long fill(long run, LocalDate night, Consumer<Consumer<ClaimDay>> prometheus) {
    ClaimHistory past =
        new ClaimHistory() {
          @Override
          public int daysBack(String ofCluster) {
            return DAYS_BACK;
          }

          @Override
          public void read(String ofCluster, DayRange days, Consumer<ClaimDay> found) {
            asked.add(days);
            prometheus.accept(found);
          }
        };
    MissingClaimDays missing =
        new MissingClaimDays(past, new PrometheusAnswers(ledger.sql()), ledger.history());
    Long added = ledger.transaction().execute(status -> missing.fill(run, night, cluster));
    return added == null ? -1 : added;
  }

  private List<String> history() {
    return ledger.lines(
        """
        select concat_ws(' ', day, origin, substr(subject, length(cluster) + 2), used_bytes,
            capacity_bytes)
        from mart.claim_history where cluster = :about
        """,
        cluster);
  }

  @Test
  void pastDaysOfClaimsThatAreThereAreTakenIn() {
    long run = absorb(NIGHT, measured("data", 50));
    long added =
        fill(
            run,
            NIGHT,
            found -> {
              found.accept(day("data", "2026-02-09", 40));
              found.accept(day("data", "2026-02-09", 40));
              found.accept(day("data", "2025-09-30", 20));
              found.accept(day("data", "2026-02-11", 99));
              found.accept(day("long-gone", "2026-02-09", 7));
              found.accept(
                  new ClaimDay(
                      cluster,
                      "media",
                      "data",
                      LocalDate.of(2026, 2, 8),
                      OptionalLong.empty(),
                      OptionalLong.empty()));
            });

    assertThat(added).isEqualTo(2);
    assertThat(history())
        .containsExactly(
            "2025-09-30 prometheus persistentvolumeclaims/media/data 20 100",
            "2026-02-09 prometheus persistentvolumeclaims/media/data 40 100",
            "2026-02-11 measured persistentvolumeclaims/media/data 50 100");
    assertThat(
            ledger.lines(
                "select subject from ledger.object where source || kind = :about || 'volume-stats'",
                cluster))
        .containsExactly(cluster + "/volume-stats/media/data");
  }

  @Test
  void aClaimWithoutAnyStatisticsYetGetsItsObject() {
    long run = absorb(NIGHT);

    assertThat(fill(run, NIGHT, found -> found.accept(day("data", "2026-02-10", 40)))).isEqualTo(1);
    assertThat(history())
        .containsExactly("2026-02-10 prometheus persistentvolumeclaims/media/data 40 100");
  }

  @Test
  void aClaimHasNoHistoryUpToTheDayOfItsCreation() {
    long run = absorb(NIGHT);
    fill(
        run,
        NIGHT,
        found -> {
          found.accept(day("young", "2026-02-07", 1));
          found.accept(day("young", "2026-02-08", 2));
          found.accept(day("young", "2026-02-09", 3));
        });

    assertThat(history())
        .containsExactly("2026-02-09 prometheus persistentvolumeclaims/media/young 3 100");
  }

  @Test
  void laterNightsAskOnlyForDaysThatWereNotToldYet() {
    fill(absorb(NIGHT, measured("data", 50)), NIGHT, found -> {});
    fill(absorb(NIGHT, measured("data", 50)), NIGHT, found -> {});
    LocalDate later = NIGHT.plusDays(3);
    long added =
        fill(
            absorb(later, measured("data", 60)),
            later,
            found -> {
              found.accept(day("data", "2026-02-11", 51));
              found.accept(day("data", "2026-02-13", 55));
            });

    assertThat(asked)
        .containsExactly(
            new DayRange(NIGHT.minusDays(DAYS_BACK), NIGHT.minusDays(1)),
            new DayRange(NIGHT, later.minusDays(1)));
    assertThat(added).isEqualTo(1);
    assertThat(history())
        .containsExactly(
            "2026-02-11 measured persistentvolumeclaims/media/data 50 100",
            "2026-02-13 prometheus persistentvolumeclaims/media/data 55 100",
            "2026-02-14 measured persistentvolumeclaims/media/data 60 100");
  }

  @Test
  void aNightThatMeasuresADayTakesItOver() {
    fill(absorb(NIGHT), NIGHT, found -> found.accept(day("data", "2026-02-09", 40)));
    absorb(LocalDate.of(2026, 2, 9), measured("data", 41));

    assertThat(history())
        .containsExactly("2026-02-09 measured persistentvolumeclaims/media/data 41 100");
  }

  @Test
  void aNightThatMeasuresNothingOfADayLeavesWhatWasTold() {
    fill(absorb(NIGHT), NIGHT, found -> found.accept(day("data", "2026-02-09", 40)));
    absorb(LocalDate.of(2026, 2, 9));

    assertThat(history())
        .containsExactly("2026-02-09 prometheus persistentvolumeclaims/media/data 40 100");
  }

  @Test
  void aPrometheusThatBreaksOffIsARemarkAndIsAskedAgain() {
    long run = absorb(NIGHT, measured("data", 50));
    long added =
        fill(
            run,
            NIGHT,
            found -> {
              found.accept(day("data", "2026-02-09", 40));
              throw new SourceUnavailable(
                  "query_range on https://prometheus.example.com",
                  "status 503",
                  "look at its log",
                  null);
            });

    assertThat(added).isZero();
    assertThat(history()).hasSize(1);
    assertThat(
            ledger.lines(
                """
                select kind || ' ' || status || ' ' || (problems #>> '{0,seen}')
                from ledger.capture where source = :about and jsonb_array_length(problems) > 0
                """,
                cluster))
        .containsExactly("volume-stats complete status 503");
    assertThat(
            fill(
                absorb(NIGHT.plusDays(1)),
                NIGHT.plusDays(1),
                found -> found.accept(day("data", "2026-02-09", 40))))
        .isEqualTo(1);
    assertThat(asked)
        .extracting(DayRange::first)
        .containsExactly(NIGHT.minusDays(DAYS_BACK), NIGHT.plusDays(1).minusDays(DAYS_BACK));
  }

  @Test
  void aClaimOfAnotherClusterIsAMistake() {
    long run = absorb(NIGHT);
    ClaimDay foreign =
        new ClaimDay("elsewhere", "media", "data", NIGHT, OptionalLong.of(1), OptionalLong.of(2));

    assertThatThrownBy(() -> fill(run, NIGHT, found -> found.accept(foreign)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elsewhere");
    assertThat(history()).isEmpty();
  }
}
