package dev.poolkeeper.processors.retention;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.retention.check.DatasetRetention;
import dev.poolkeeper.processors.retention.check.FreedBytes;
import dev.poolkeeper.processors.retention.check.NightRetention;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.check.RetentionNight.Checked;
import dev.poolkeeper.processors.retention.check.Simulation;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.check.SnapshotVerdict;
import dev.poolkeeper.processors.retention.policy.Freshness;
import dev.poolkeeper.processors.retention.policy.KeepRules;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionNightTest {

  private static final String DATA = "tank/data";
  private static final Subject SUBJECT = Subject.of("nas1", ObjectKind.DATASET, DATA);
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final SnapshotTask.Terms TERMS =
      new SnapshotTask.Terms(
          Optional.of("00:00"), Optional.of("23:59"), Optional.of(true), Optional.empty());

  private static SnapshotTask task(long id, String schema, String cron, String lifetime) {
    return task(id, schema, cron, lifetime, true, TERMS);
  }

  private static SnapshotTask task(
      long id,
      String schema,
      String cron,
      String lifetime,
      boolean enabled,
      SnapshotTask.Terms terms) {
    return new SnapshotTask(
        "nas1", id, DATA, false, List.of(), schema, cron, lifetime, enabled, terms);
  }

  private static SnapshotTask daily(String lifetime) {
    return task(3, "auto-%Y-%m-%d_%H-%M", "0 0 * * *", lifetime);
  }

  private static InventoryBuilder estate(Optional<String> zone) {
    return InventoryBuilder.anEstate()
        .add(new NasSystem("nas1", "25.04.2", "nas", zone, Optional.empty()))
        .nas("nas1")
        .pool("tank")
        .dataset(aDataset(DATA).parts(100, 0, 0));
  }

  private static InventoryBuilder estate() {
    return estate(Optional.of("Europe/Brussels"));
  }

  /** Dailies of these days of the year 2026, made at local midnight. */
  private static InventoryBuilder dailies(InventoryBuilder estate, String first, String last) {
    LocalDate.parse(first)
        .datesUntil(LocalDate.parse(last).plusDays(1))
        .forEach(
            day ->
                estate.snapshot(
                    aSnapshot(DATA + "@auto-" + day + "_00-00")
                        .created(day.atStartOfDay(BRUSSELS).toInstant())));
    return estate;
  }

  private static RetentionNight night(InventoryBuilder estate, RetentionPolicy... policies) {
    Night night = nightOf(estate);
    return new RetentionNight(
        night, new RetentionPolicies(List.of(policies)), new FactFinder(night)::of);
  }

  private static Night nightOf(InventoryBuilder estate) {
    var inventory = estate.build();
    return new Night(
        inventory,
        Reconciler.reconcile(inventory),
        new Completeness(inventory, Map.of()),
        OrphanPolicy.DEFAULT);
  }

  private static Checked check(InventoryBuilder estate, RetentionPolicy... policies) {
    return night(estate, policies).all().stream()
        .filter(c -> c.dataset().dataset().equals(SUBJECT))
        .findFirst()
        .orElseThrow();
  }

  private static RetentionPolicy policy(String keep) {
    return new RetentionPolicy(
        "retention[0]",
        new SubjectMatch(Map.of(MatchKey.DATASET, List.of(new Glob(DATA)))),
        List.of(),
        KeepRules.parse(keep).rules(),
        Freshness.USUAL);
  }

  private static List<String> said(InventoryBuilder estate, RetentionPolicy... policies) {
    RetentionNight night = night(estate, policies);
    List<Checked> all = night.all();
    NightRetention found =
        new NightRetention(all.stream().map(Checked::dataset).toList(), night.tasks());
    return RetentionVerdicts.find(nightOf(estate), found).stream()
        .map(RetentionNightTest::line)
        .toList();
  }

  private static String line(Verdict verdict) {
    return verdict.code().code()
        + " "
        + verdict.subject().path()
        + (verdict instanceof Candidate candidate
            ? candidate.severity().map(s -> " " + s.word()).orElse("")
            : " undecided");
  }

  @Test
  void allThatAScheduleHasMadeIsClean() {
    Checked checked = check(dailies(estate().add(daily("2 WEEK")), "2026-01-28", "2026-02-11"));

    assertThat(checked.dataset().counts()).isEqualTo(Map.of(SnapshotState.KEPT, 15));
    assertThat(checked.dataset().missing().count()).isZero();
    assertThat(checked.verdicts()).allSatisfy(v -> assertThat(v.reasons()).isNotEmpty());
  }

  @Test
  void oneDeletedOneTooLongAndNoneLateAreEachNamed() {
    InventoryBuilder estate = dailies(estate().add(daily("1 WEEK")), "2026-02-08", "2026-02-11");
    dailies(estate, "2026-02-05", "2026-02-06");
    dailies(estate, "2026-01-31", "2026-01-31");
    Checked checked = check(estate);

    assertThat(checked.dataset().count(SnapshotState.OVERDUE)).isEqualTo(1);
    assertThat(checked.dataset().samples(SnapshotState.OVERDUE).get(0))
        .startsWith("@auto-2026-01-31_00-00: snapshot-tasks/3 removes it at 2026-02-06T23:00:00Z");
    assertThat(checked.dataset().missing().count()).isEqualTo(1);
    assertThat(checked.dataset().missing().severity()).contains(Severity.INFO);
    assertThat(checked.dataset().missing().evidence().toString()).contains("2026-02-07T00:00");
  }

  @Test
  void nothingLeftWithinItsLifetimeIsCritical() {
    InventoryBuilder estate = dailies(estate().add(daily("3 DAY")), "2026-02-01", "2026-02-02");

    assertThat(said(estate))
        .containsExactly("PK301 datasets/tank/data", "PK302 datasets/tank/data critical");
  }

  @Test
  void theLastOfASchemaIsNeverDue() {
    Checked checked = check(dailies(estate().add(daily("3 DAY")), "2026-01-01", "2026-01-01"));

    assertThat(checked.verdicts().get(0).state()).isEqualTo(SnapshotState.KEPT);
    assertThat(checked.verdicts().get(0).reasons().get(0)).contains("last of its schema");
  }

  @Test
  void ofSeveralOwnersTheLatestWins() {
    SnapshotTask longer = task(4, "auto-%Y-%m-%d_%H-%M", "0 0 * * sun", "2 MONTH");
    InventoryBuilder estate =
        dailies(estate().add(daily("1 WEEK")).add(longer), "2026-01-04", "2026-01-05");
    dailies(estate, "2026-02-08", "2026-02-11");

    assertThat(check(estate).verdicts())
        .extracting(SnapshotVerdict::state)
        .startsWith(SnapshotState.KEPT, SnapshotState.OVERDUE); // a Sunday, a Monday
  }

  @Test
  void aTaskThatWouldNotHaveRunDoesNotOwnIt() {
    InventoryBuilder estate = dailies(estate().add(daily("1 WEEK")), "2026-02-04", "2026-02-11");
    estate.snapshot(
        aSnapshot(DATA + "@auto-2026-02-01_13-37").created(Instant.parse("2026-02-01T12:37:00Z")));
    Checked checked = check(estate);

    assertThat(checked.dataset().samples(SnapshotState.UNOWNED))
        .containsExactly(
            "@auto-2026-02-01_13-37: snapshot-tasks/3 would not have run at 2026-02-01T13:37 (0 0 *"
                + " * *)");
  }

  @Test
  void withoutATimeZoneNothingIsOverdue() {
    InventoryBuilder estate =
        dailies(estate(Optional.empty()).add(daily("1 DAY")), "2026-01-01", "2026-01-09");

    assertThat(check(estate).dataset().counts()).isEqualTo(Map.of(SnapshotState.UNDECIDED, 9));
    assertThat(said(estate)).isEmpty();
  }

  @Test
  void whatARemovalDateSaysGoesBeforeTheTask() {
    InventoryBuilder estate = dailies(estate().add(daily("1 WEEK")), "2026-02-04", "2026-02-11");
    estate.snapshot(
        aSnapshot(DATA + "@auto-2026-01-10_00-00")
            .created(Instant.parse("2026-01-09T23:00:00Z"))
            .property(
                "org.truenas:destroy_at_01234567", "2027-01-01T00:00:00", PropertySource.LOCAL));

    assertThat(check(estate).dataset().counts()).isEqualTo(Map.of(SnapshotState.KEPT, 9));
  }

  @Test
  void whatAReplicationMayWaitForIsNotOverdue() {
    ReplicationTask push =
        new ReplicationTask(
            "nas1",
            2,
            "out",
            "PUSH",
            "SSH",
            List.of("tank"),
            "backup/tank",
            true,
            true,
            false,
            List.of(),
            Optional.empty(),
            new ReplicationTask.Retention(
                Optional.of("SOURCE"), "", false, List.of(), List.of(), true));
    InventoryBuilder estate =
        dailies(estate().add(daily("1 WEEK")).add(push), "2026-01-20", "2026-02-11");

    assertThat(check(estate).dataset().count(SnapshotState.OVERDUE)).isZero();
    assertThat(check(estate).dataset().samples(SnapshotState.UNDECIDED).get(0))
        .contains("may wait for replication-tasks/2");
  }

  @Test
  void theNewestOfAReplicatedDatasetIsNotCalledUnowned() {
    ReplicationTask push =
        new ReplicationTask(
            "nas1", 2, "out", "PUSH", "SSH", List.of("tank"), "backup/tank", true, true, false);
    DatasetRetention found =
        check(dailies(estate().add(push), "2026-01-20", "2026-01-22")).dataset();

    assertThat(found.count(SnapshotState.UNOWNED)).isEqualTo(2);
    assertThat(found.samples(SnapshotState.UNDECIDED))
        .containsExactly(
            "@auto-2026-01-22_00-00: the newest: replication-tasks/2 may start from it");
  }

  @Test
  void anIncompleteListSaysNothing() {
    for (ObjectKind kind : List.of(ObjectKind.ZFS_SNAPSHOT, ObjectKind.SNAPSHOT_TASK)) {
      InventoryBuilder estate =
          dailies(estate().add(daily("1 WEEK")), "2026-01-01", "2026-01-09")
              .read("nas1", kind, CaptureStatus.PARTIAL);

      assertThat(said(estate)).isEmpty();
    }
  }

  @Test
  void aTaskThatMakesNoneWhileNothingIsWrittenMissesNone() {
    SnapshotTask lazy =
        task(
            3,
            "auto-%Y-%m-%d_%H-%M",
            "0 0 * * *",
            "2 WEEK",
            true,
            new SnapshotTask.Terms(
                Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty()));

    assertThat(said(dailies(estate().add(lazy), "2026-01-29", "2026-02-01"))).isEmpty();
  }

  @Test
  void twoTasksOfOneSchemaAreRemarked() {
    InventoryBuilder estate =
        estate().add(daily("1 WEEK")).add(task(4, "auto-%Y-%m-%d_%H-%M", "0 * * * *", "1 DAY"));
    RetentionNight night = night(estate);
    night.all();

    assertThat(night.tasks())
        .allSatisfy(t -> assertThat(t.remarks().toString()).contains("gives the same names"));
  }

  @Test
  void aPolicyGoesBeforeTheTask() {
    InventoryBuilder estate = dailies(estate().add(daily("2 WEEK")), "2026-01-30", "2026-02-11");
    DatasetRetention found = check(estate, policy("3x1d, at most 12")).dataset();

    assertThat(found.count(SnapshotState.OVERDUE)).isEqualTo(9);
    assertThat(found.count(SnapshotState.KEPT)).isEqualTo(4); // the fourth is due since today
    assertThat(found.promises()).containsExactly("retention[0]: 3x1d, at most 12");
    assertThat(said(estate, policy("3x1d, at most 12")))
        .containsExactly("PK301 datasets/tank/data", "PK305 datasets/tank/data");
  }

  @Test
  void aPolicyWantsAFreshOne() {
    InventoryBuilder old = dailies(estate(), "2026-01-30", "2026-02-09");

    assertThat(said(old, policy("30x1d"))).containsExactly("PK302 datasets/tank/data critical");
    assertThat(said(dailies(estate(), "2026-01-30", "2026-02-11"), policy("30x1d"))).isEmpty();
    assertThat(said(estate(), policy("30x1d")))
        .containsExactly("PK302 datasets/tank/data critical");
  }

  @Test
  void onlyBoundsAreToldOfASet() {
    InventoryBuilder estate = estate();
    IntStream.range(0, 3).forEach(i -> estate.snapshot(aSnapshot(DATA + "@s" + i)));
    List<ZfsSnapshot> all = estate.build().all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class);

    assertThat(FreedBytes.of(all.subList(0, 2), all.subList(2, 3), OptionalLong.of(100)))
        .isEqualTo(new FreedBytes(20, OptionalLong.of(90)));
    assertThat(FreedBytes.of(all, List.of(), OptionalLong.of(100)))
        .isEqualTo(new FreedBytes(100, OptionalLong.of(100)));
    assertThat(FreedBytes.of(all, List.of(), OptionalLong.empty()))
        .isEqualTo(new FreedBytes(30, OptionalLong.empty()));
  }

  /** Everything a task makes and removes over some days, by a schedule and zone at random. */
  @Test
  void daysOneByOneAndAllAtOnceComeToTheSame() {
    Random random = new Random(13);
    List<String> zones = List.of("UTC", "Europe/Brussels", "America/New_York");
    List<String> keeps = List.of("", "7x1d, 4x1w", "last 5, within 2d", "24x6h, 2x1m");
    for (int i = 0; i < 150; i++) {
      String zone = zones.get(random.nextInt(3));
      String keep = keeps.get(random.nextInt(4));
      RetentionPolicy[] policies =
          keep.isEmpty() ? new RetentionPolicy[0] : new RetentionPolicy[] {policy(keep)};
      String cron = "0 */" + (1 + random.nextInt(12)) + " * * *";
      String lifetime = (1 + random.nextInt(20)) + " DAY";
      InventoryBuilder estate =
          dailies(
              estate(Optional.of(zone)).add(task(3, "auto-%Y-%m-%d_%H-%M", cron, lifetime)),
              "2026-01-" + (10 + random.nextInt(20)),
              "2026-02-10");
      int days = 1 + random.nextInt(60); // to April, over every change to summer time
      RetentionNight night = night(estate, policies);
      List<ZfsSnapshot> snapshots = estate.build().all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class);

      assertThat(night.simulate(SUBJECT, snapshots, days, days).orElseThrow().left())
          .as("%s, %s, %s, %s, %d days", zone, cron, lifetime, keep, days)
          .isEqualTo(night.simulate(SUBJECT, snapshots, days, 1).orElseThrow().left());
    }
  }

  @Test
  void aSimulationSaysWhatGoesTomorrow() {
    InventoryBuilder estate = dailies(estate().add(daily("1 WEEK")), "2026-02-04", "2026-02-11");
    Simulation tomorrow =
        night(estate)
            .simulate(SUBJECT, estate.build().all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class), 1, 1)
            .orElseThrow();

    assertThat(tomorrow.removed())
        .isEqualTo(new TreeSet<>(Set.of("auto-2026-02-04_00-00", "auto-2026-02-05_00-00")));
    assertThat(tomorrow.made()).isEqualTo(1);
    assertThat(tomorrow.left()).hasSize(7);
    assertThat(tomorrow.until()).isEqualTo(InventoryBuilder.NIGHT.plus(Duration.ofDays(1)));
  }

  @Test
  void everySnapshotIsInOneState() {
    InventoryBuilder estate = dailies(estate().add(daily("1 WEEK")), "2026-01-20", "2026-02-11");
    estate.snapshot(aSnapshot(DATA + "@by-hand"));
    estate.snapshot(aSnapshot(DATA + "@autosnap_2026-01-01_00:00:00_daily"));
    estate.snapshot(aSnapshot(DATA + "@snapshot-1f0c8c2e-0f55-4e0f-9c9b-2f5f3f9d1a10"));
    Checked checked = check(estate);

    assertThat(checked.dataset().snapshots()).isEqualTo(26);
    assertThat(checked.verdicts().stream().map(v -> v.snapshot().name()).distinct()).hasSize(26);
    assertThat(
            checked.verdicts().stream()
                .collect(Collectors.groupingBy(SnapshotVerdict::state, Collectors.counting())))
        .containsEntry(SnapshotState.UNPARSABLE, 1L)
        .containsEntry(SnapshotState.UNDECIDED, 1L)
        .containsEntry(SnapshotState.KUBERNETES, 1L);
  }
}
