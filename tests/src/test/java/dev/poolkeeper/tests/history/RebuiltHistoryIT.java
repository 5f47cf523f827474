package dev.poolkeeper.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.Encryption;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.tests.history.PastLedger.Part;
import dev.poolkeeper.writers.ledger.HistoryWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The growth of datasets, rebuilt from their ZFS snapshots. Every test has a NAS of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuiltHistoryIT {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);
  private static final Optional<Instant> CREATED = at("2025-01-01T00:00:00Z");

  private PastLedger ledger;
  private String nas = "";

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
    nas = test.getTestMethod().orElseThrow().getName();
  }

  private static Optional<Instant> at(String instant) {
    return Optional.of(Instant.parse(instant));
  }

  private Dataset dataset(Optional<Instant> createdAt, long referenced) {
    return new Dataset(
        nas,
        "tank/a",
        DatasetType.FILESYSTEM,
        Optional.empty(),
        createdAt,
        Optional.empty(),
        Encryption.NONE,
        Optional.empty(),
        Map.of(),
        SpaceUsage.ofSnapshot(OptionalLong.of(referenced), OptionalLong.of(referenced)));
  }

  private ZfsSnapshot snapshot(String name, Optional<Instant> createdAt, OptionalLong referenced) {
    return new ZfsSnapshot(
        nas,
        "tank/a",
        name,
        createdAt,
        OptionalLong.empty(),
        Map.of(),
        Optional.empty(),
        false,
        SpaceUsage.ofSnapshot(OptionalLong.of(7), referenced));
  }

  private ZfsSnapshot snapshot(String createdAt, long referenced) {
    return snapshot("auto-" + createdAt, at(createdAt), OptionalLong.of(referenced));
  }

  /** A complete night of tank/a; returns how many days were rebuilt. */
  private long night(LocalDate night, Dataset dataset, ZfsSnapshot... snapshots) {
    return night(
        night,
        HistoryWriter.LOOK_BACK_DAYS,
        Part.complete(ObjectKind.DATASET, dataset),
        Part.complete(ObjectKind.ZFS_SNAPSHOT, snapshots));
  }

  private long night(LocalDate night, int lookBackDays, Part... parts) {
    long run = ledger.absorb(PastLedger.nas(nas, night), night, parts);
    Long added =
        ledger.transaction().execute(status -> ledger.history().rebuild(run, lookBackDays));
    return added == null ? -1 : added;
  }

  private List<String> history() {
    return ledger.lines(
        """
        select concat_ws(' ', day, origin, referenced_bytes) from mart.dataset_history
        where nas = :about and subject = nas || '/datasets/tank/a'
        """,
        nas);
  }

  @Test
  void theNewestSnapshotOfADayTellsItsLiveDataAndNothingElse() {
    long added =
        night(
            NIGHT,
            dataset(CREATED, 90),
            snapshot("2026-02-09T00:00:00Z", 30),
            snapshot("2026-02-09T23:59:59Z", 40),
            snapshot("2026-02-09T12:00:00Z", 50),
            snapshot("2026-02-10T00:00:00Z", 60));

    assertThat(added).isEqualTo(2);
    assertThat(history())
        .containsExactly(
            "2026-02-09 rebuilt 40", "2026-02-10 rebuilt 60", "2026-02-11 measured 90");
    assertThat(
            ledger.lines(
                """
                select concat_ws(' ', usage.day, used_bytes, available_bytes, snapshot_bytes,
                    children_bytes, reserved_bytes, capacity_bytes)
                from ledger.usage join ledger.object using (object_id)
                where source = :about and usage.origin = 'rebuilt'
                """,
                nas))
        .containsExactly("2026-02-09", "2026-02-10");
  }

  @Test
  void snapshotsFromTheFirstMeasuredDayOnAddNothing() {
    ZfsSnapshot sameDay = snapshot("2026-02-11T00:30:00Z", 80);
    assertThat(night(NIGHT, dataset(CREATED, 90), sameDay)).isZero();
    LocalDate later = NIGHT.plusDays(3);
    assertThat(night(later, dataset(CREATED, 95), sameDay, snapshot("2026-02-13T00:00:00Z", 93)))
        .isZero();

    assertThat(history()).containsExactly("2026-02-11 measured 90", "2026-02-14 measured 95");
  }

  @Test
  void furtherNightsAndRerunsAddNothing() {
    ZfsSnapshot[] snapshots = {
      snapshot("2026-02-09T00:00:00Z", 40), snapshot("2026-02-10T00:00:00Z", 60)
    };
    assertThat(night(NIGHT, dataset(CREATED, 90), snapshots)).isEqualTo(2);
    List<String> first = history();
    assertThat(night(NIGHT.plusDays(1), dataset(CREATED, 90), snapshots)).isZero();
    night(NIGHT, dataset(CREATED, 90), snapshots);
    night(NIGHT.plusDays(1), dataset(CREATED, 90), snapshots);

    assertThat(history()).startsWith(first.toArray(String[]::new)).hasSize(first.size() + 1);
  }

  @Test
  void aRerunReplacesWhatItsNightHadRebuilt() {
    night(
        NIGHT,
        dataset(CREATED, 90),
        snapshot("2026-02-08T00:00:00Z", 10),
        snapshot("2026-02-09T00:00:00Z", 40));
    night(
        NIGHT,
        dataset(CREATED, 90),
        snapshot("2026-02-09T00:00:00Z", 41),
        snapshot("2026-02-10T00:00:00Z", 60));

    assertThat(history())
        .containsExactly(
            "2026-02-09 rebuilt 41", "2026-02-10 rebuilt 60", "2026-02-11 measured 90");
  }

  @Test
  void aSnapshotThatIsGoneKeepsTheDayItToldOf() {
    night(NIGHT, dataset(CREATED, 90), snapshot("2026-02-09T00:00:00Z", 40));
    night(NIGHT.plusDays(1), dataset(CREATED, 90));

    assertThat(history())
        .containsExactly(
            "2026-02-09 rebuilt 40", "2026-02-11 measured 90", "2026-02-12 measured 90");
  }

  @Test
  void anOldSnapshotThatWasNotListedBeforeStillFillsItsDay() {
    night(NIGHT, dataset(CREATED, 90), snapshot("2026-02-09T00:00:00Z", 40));
    assertThat(
            night(
                NIGHT.plusDays(1),
                dataset(CREATED, 90),
                snapshot("2026-02-09T18:00:00Z", 45),
                snapshot("2026-02-08T00:00:00Z", 35)))
        .isEqualTo(1);

    assertThat(history()).startsWith("2026-02-08 rebuilt 35", "2026-02-09 rebuilt 40");
  }

  @Test
  void aMeasuredDayWins() {
    ZfsSnapshot[] snapshots = {
      snapshot("2026-02-08T00:00:00Z", 30), snapshot("2026-02-09T00:00:00Z", 40)
    };
    night(NIGHT, dataset(CREATED, 90), snapshots);
    LocalDate earlier = LocalDate.of(2026, 2, 9);
    night(earlier, dataset(CREATED, 44), snapshots);

    assertThat(history())
        .containsExactly(
            "2026-02-08 rebuilt 30", "2026-02-09 measured 44", "2026-02-11 measured 90");
    night(NIGHT, dataset(CREATED, 91), snapshots);
    assertThat(history())
        .containsExactly(
            "2026-02-08 rebuilt 30", "2026-02-09 measured 44", "2026-02-11 measured 91");
  }

  @Test
  void aDatasetHasNoHistoryBeforeItsCreation() {
    night(
        NIGHT,
        dataset(at("2026-02-09T12:00:00Z"), 90),
        snapshot("2026-02-08T00:00:00Z", 30),
        snapshot("2026-02-09T11:59:59Z", 40),
        snapshot("2026-02-10T00:00:00Z", 60));

    assertThat(history()).containsExactly("2026-02-10 rebuilt 60", "2026-02-11 measured 90");
  }

  @Test
  void aReleaseThatTellsNoCreationOfDatasetsStillHasItsSnapshots() {
    night(NIGHT, dataset(Optional.empty(), 90), snapshot("2026-02-10T00:00:00Z", 60));

    assertThat(history()).containsExactly("2026-02-10 rebuilt 60", "2026-02-11 measured 90");
  }

  @Test
  void whatCannotBeADayOfTheDatasetIsSkipped() {
    night(
        NIGHT,
        20_000,
        Part.complete(ObjectKind.DATASET, dataset(Optional.empty(), 90)),
        Part.complete(
            ObjectKind.ZFS_SNAPSHOT,
            snapshot("unknown-day", Optional.empty(), OptionalLong.of(1)),
            snapshot("unknown-size", at("2026-02-07T00:00:00Z"), OptionalLong.empty()),
            snapshot("2026-02-11T03:00:00Z", 2),
            snapshot("2031-01-01T00:00:00Z", 3),
            snapshot("+12031-01-01T00:00:00Z", 4),
            snapshot("1970-01-01T00:00:00Z", 5),
            snapshot("2004-12-31T23:59:59Z", 6),
            snapshot("2005-01-01T00:00:00Z", 7)));

    assertThat(history()).containsExactly("2005-01-01 rebuilt 7", "2026-02-11 measured 90");
  }

  @Test
  void snapshotsAheadOfTheCaptureAreSkippedEvenForALaterNight() {
    LocalDate captured = NIGHT.minusDays(2);
    long run =
        ledger.absorb(
            PastLedger.nas(nas, captured),
            NIGHT,
            Part.complete(ObjectKind.DATASET, dataset(CREATED, 90)),
            Part.complete(
                ObjectKind.ZFS_SNAPSHOT,
                snapshot("2026-02-08T00:00:00Z", 30),
                snapshot("2026-02-10T00:00:00Z", 60)));
    ledger
        .transaction()
        .executeWithoutResult(
            status -> ledger.history().rebuild(run, HistoryWriter.LOOK_BACK_DAYS));

    assertThat(history()).containsExactly("2026-02-08 rebuilt 30", "2026-02-11 measured 90");
  }

  @Test
  void theLookBackIsLimited() {
    night(
        NIGHT,
        2,
        Part.complete(ObjectKind.DATASET, dataset(CREATED, 90)),
        Part.complete(
            ObjectKind.ZFS_SNAPSHOT,
            snapshot("2026-02-08T23:59:59Z", 30),
            snapshot("2026-02-09T00:00:00Z", 40)));

    assertThat(history()).containsExactly("2026-02-09 rebuilt 40", "2026-02-11 measured 90");
  }

  @Test
  void aSnapshotTheLedgerRemembersCountsWhenItsDatasetIsReadAtLast() {
    night(
        NIGHT,
        HistoryWriter.LOOK_BACK_DAYS,
        Part.notRead(ObjectKind.DATASET),
        Part.complete(ObjectKind.ZFS_SNAPSHOT, snapshot("2026-02-09T00:00:00Z", 40)));
    assertThat(history()).isEmpty();
    night(
        NIGHT.plusDays(1),
        HistoryWriter.LOOK_BACK_DAYS,
        Part.complete(ObjectKind.DATASET, dataset(CREATED, 90)),
        Part.notRead(ObjectKind.ZFS_SNAPSHOT));

    assertThat(history()).containsExactly("2026-02-09 rebuilt 40", "2026-02-12 measured 90");
  }

  @Test
  void monthsBeforeTheFirstNightGetOnlyTheirPartitionOfFacts() {
    night(NIGHT, dataset(CREATED, 90), snapshot("2025-03-31T23:59:59Z", 12));

    assertThat(history()).startsWith("2025-03-31 rebuilt 12");
    assertThat(
            ledger.lines(
                "select relname from pg_class where relname like '%\\_2025' || :about", "03"))
        .contains("usage_202503")
        .doesNotContain("finding_night_202503");
  }

  @Test
  void daysOfOtherOriginAreListedOnceEach() {
    night(
        NIGHT,
        dataset(CREATED, 90),
        snapshot("2025-12-24T00:00:00Z", 12),
        snapshot("2025-12-26T00:00:00Z", 13));

    assertThat(
            ledger.lines(
                """
                select day::text from mart.history_day
                where origin = :about and day between '2025-12-24' and '2025-12-26'
                """,
                "rebuilt"))
        .containsExactly("2025-12-24", "2025-12-26");
  }
}
