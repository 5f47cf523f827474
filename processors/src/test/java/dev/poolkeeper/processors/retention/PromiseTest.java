package dev.poolkeeper.processors.retention;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.retention.check.CalendarStrip;
import dev.poolkeeper.processors.retention.check.MissingRuns;
import dev.poolkeeper.processors.retention.check.Promise;
import dev.poolkeeper.processors.retention.check.PromiseRetention;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.check.RetentionNight.Checked;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.policy.Freshness;
import dev.poolkeeper.processors.retention.policy.KeepRules;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The periods of a policy that lack a snapshot, and what is summed up of every promise. */
class PromiseTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final String DATA = "tank/data";
  private static final Instant LONG_AGO = Instant.parse("2025-06-01T00:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 11);

  private static InventoryBuilder estate() {
    return InventoryBuilder.anEstate()
        .add(
            new NasSystem(
                "nas1", "25.04.2", "nas", Optional.of("Europe/Brussels"), Optional.empty()))
        .nas("nas1")
        .pool("tank")
        .dataset(aDataset(DATA).parts(100, 0, 0));
  }

  private static RetentionPolicy policy(String keep) {
    return new RetentionPolicy(
        "nightly",
        new SubjectMatch(Map.of(MatchKey.DATASET, List.of(new Glob(DATA)))),
        List.of(),
        KeepRules.parse(keep).rules(),
        Freshness.USUAL);
  }

  private static RetentionNight night(
      InventoryBuilder estate, Optional<Instant> since, RetentionPolicy... policies) {
    var inventory = estate.build();
    Night night =
        new Night(
            inventory,
            Reconciler.reconcile(inventory),
            new Completeness(inventory, Map.of()),
            OrphanPolicy.DEFAULT);
    return new RetentionNight(
        night,
        new RetentionPolicies(List.of(policies)),
        new FactFinder(night)::of,
        (dataset, promise) -> since);
  }

  private static InventoryBuilder with(List<Instant> made) {
    InventoryBuilder estate = estate();
    for (int at = 0; at < made.size(); at++) {
      estate.snapshot(aSnapshot(DATA + "@s" + at).created(made.get(at)));
    }
    return estate;
  }

  private static MissingRuns missing(List<Instant> made, Optional<Instant> since, String keep) {
    return night(with(made), since, policy(keep)).all().get(0).dataset().missing();
  }

  /** At noon of every day but these, up to today before dawn. */
  private static List<Instant> dailies(int days, Integer... withoutDaysAgo) {
    Set<Integer> without = Set.of(withoutDaysAgo);
    List<Instant> made = new ArrayList<>();
    for (int ago = days; ago > 0; ago--) {
      if (!without.contains(ago)) {
        made.add(TODAY.minusDays(ago).atTime(12, 0).atZone(BRUSSELS).toInstant());
      }
    }
    return made;
  }

  @Test
  void aDayWithoutASnapshotIsNamed() {
    MissingRuns missing = missing(dailies(20, 3), Optional.of(LONG_AGO), "14x1d");

    assertThat(missing.count()).isEqualTo(1);
    assertThat(missing.severity()).contains(Severity.INFO);
    assertThat(missing.evidence())
        .containsExactly("nightly: 1 of the last 14 past periods of 1d lack one: 2026-02-08");
    assertThat(missing.at()).containsExactly(TODAY.minusDays(3).atStartOfDay(BRUSSELS).toInstant());
  }

  @Test
  void nobodyKnowsWhetherANewPolicyWasMeantForThePast() {
    assertThat(missing(dailies(20, 3), Optional.empty(), "14x1d")).isEqualTo(MissingRuns.NONE);
    Optional<Instant> twoDaysAgo =
        Optional.of(TODAY.minusDays(2).atStartOfDay(BRUSSELS).toInstant());
    assertThat(missing(dailies(20, 3), twoDaysAgo, "14x1d")).isEqualTo(MissingRuns.NONE);
  }

  @Test
  void whatLiesBeforeTheOldestOrBeyondThePolicyIsNotMissed() {
    assertThat(missing(dailies(4), Optional.of(LONG_AGO), "14x1d")).isEqualTo(MissingRuns.NONE);
    assertThat(missing(dailies(30, 20), Optional.of(LONG_AGO), "14x1d"))
        .isEqualTo(MissingRuns.NONE);
    assertThat(missing(dailies(30, 20), Optional.of(LONG_AGO), "30x1d, max age 2w"))
        .isEqualTo(MissingRuns.NONE);
  }

  @Test
  void aMinuteAfterMidnightIsOfTheDayBefore() {
    List<Instant> made = new ArrayList<>(dailies(20, 3, 2));
    made.add(TODAY.minusDays(2).atTime(0, 1).atZone(BRUSSELS).toInstant());

    assertThat(missing(made, Optional.of(LONG_AGO), "14x1d").count())
        .as("36 hours and a minute apart: one was left out")
        .isEqualTo(1);
    made.remove(made.size() - 1);
    made.removeIf(at -> at.equals(TODAY.minusDays(4).atTime(12, 0).atZone(BRUSSELS).toInstant()));
    made.add(TODAY.minusDays(4).atTime(23, 59).atZone(BRUSSELS).toInstant());
    made.add(TODAY.minusDays(2).atTime(0, 1).atZone(BRUSSELS).toInstant());
    assertThat(missing(made, Optional.of(LONG_AGO), "14x1d")).isEqualTo(MissingRuns.NONE);
  }

  @Test
  void aDayThatIsOutIsNotToldOnceMoreOfItsHours() {
    MissingRuns missing = missing(dailies(40, 16, 17, 18), Optional.of(LONG_AGO), "30x1d, 8x1w");

    assertThat(missing.count()).isEqualTo(3);
    assertThat(missing.evidence()).hasSize(1);
  }

  /** Whatever is asked for: of hours, days and weeks, over changes to and from summer time. */
  @Test
  void whoeverMakesOneInEveryPeriodMissesNone() {
    Random random = new Random(21);
    List<String> keeps = List.of("48x1h", "36x6h, 30x1d", "40x1d, 6x1w", "20x3d", "4x1m, 9x1w");
    for (int i = 0; i < 60; i++) {
      String keep = keeps.get(random.nextInt(keeps.size()));
      Duration step =
          keep.startsWith("48") || keep.startsWith("36")
              ? Duration.ofMinutes(50)
              : Duration.ofHours(20);
      List<Instant> made = new ArrayList<>();
      Instant at = InventoryBuilder.NIGHT.minusSeconds(random.nextInt(1_000));
      Instant first = InventoryBuilder.NIGHT.minus(Duration.ofDays(20 + random.nextInt(100)));
      while (at.isAfter(first)) {
        made.add(at);
        at = at.minus(step.plusSeconds(random.nextInt(300)));
      }
      assertThat(missing(made, Optional.of(LONG_AGO), keep)).as(keep).isEqualTo(MissingRuns.NONE);
    }
  }

  /** The periods that lack one, found by looking at every snapshot and day anew. */
  @Test
  void agreesWithASlowOracleOnDays() {
    Random random = new Random(34);
    for (int i = 0; i < 300; i++) {
      Set<Integer> without = new HashSet<>();
      int holes = random.nextInt(6);
      for (int hole = 0; hole < holes; hole++) {
        without.add(2 + random.nextInt(24)); // the newest is fresh enough
      }
      List<Instant> made = dailies(26, without.toArray(new Integer[0]));
      int count = 1 + random.nextInt(30);
      LocalDate oldest = made.get(0).atZone(BRUSSELS).toLocalDate();
      long expected =
          without.stream()
              .filter(ago -> ago <= count)
              .filter(ago -> TODAY.minusDays(ago).isAfter(oldest))
              .count();

      assertThat(missing(made, Optional.of(LONG_AGO), count + "x1d").count())
          .as("%dx1d without %s", count, without)
          .isEqualTo((int) expected);
    }
  }

  private static SnapshotTask task(long id, String dataset, boolean enabled) {
    return new SnapshotTask(
        "nas1",
        id,
        dataset,
        false,
        List.of(),
        "auto-%Y-%m-%d_%H-%M",
        "0 0 * * *",
        "5 DAY",
        enabled,
        SnapshotTask.Terms.UNTOLD);
  }

  private static void named(InventoryBuilder estate, String dataset, int from, int to) {
    for (int ago = from; ago >= to; ago--) {
      LocalDate day = TODAY.minusDays(ago);
      estate.snapshot(
          aSnapshot(dataset + "@auto-" + day + "_00-00")
              .created(day.atStartOfDay(BRUSSELS).toInstant()));
    }
  }

  private static Map<Promise, PromiseRetention> promises(RetentionNight night) {
    Map<Promise, PromiseRetention> promises = new TreeMap<>();
    night.promises().forEach(one -> promises.put(one.promise(), one));
    return promises;
  }

  private static PromiseRetention of(
      Map<Promise, PromiseRetention> promises, Promise.Source source, String name) {
    return Optional.ofNullable(promises.get(new Promise(source, name))).orElseThrow();
  }

  @Test
  void everyPromiseSumsUpItsOwn() {
    InventoryBuilder estate =
        estate()
            .dataset(aDataset("tank/off").parts(100, 0, 0))
            .dataset(aDataset("tank/moved").parts(100, 0, 0))
            .add(task(1, DATA, true))
            .add(task(2, "tank/off", false))
            .add(task(3, "tank/gone", true));
    named(estate, DATA, 8, 2);
    named(estate, "tank/off", 3, 1);
    named(estate, "tank/moved", 20, 20);
    RetentionNight night = night(estate, Optional.empty());
    List<Checked> all = night.all();
    Map<Promise, PromiseRetention> promises = promises(night);
    PromiseRetention working = of(promises, Promise.Source.TASK, "nas1/snapshot-tasks/1");
    PromiseRetention disabled = of(promises, Promise.Source.TASK, "nas1/snapshot-tasks/2");
    PromiseRetention idle = of(promises, Promise.Source.TASK, "nas1/snapshot-tasks/3");
    PromiseRetention nobody = of(promises, Promise.Source.NOBODY, "nas1");

    assertThat(working.count(SnapshotState.KEPT)).isEqualTo(4); // the fifth is due since today
    assertThat(working.count(SnapshotState.OVERDUE)).isEqualTo(3);
    assertThat(working.missing()).isEqualTo(1); // of yesterday; that of tonight is not late
    assertThat(working.holds().atLeast()).isEqualTo(100); // all of the dataset: no bounds
    assertThat(working.overdueBytes().atLeast()).isEqualTo(30);
    assertThat(disabled.count(SnapshotState.UNOWNED)).isEqualTo(3);
    assertThat(disabled.notes()).contains("disabled");
    assertThat(idle.datasets()).isZero();
    assertThat(idle.notes().toString()).contains("its dataset tank/gone is not there");
    assertThat(nobody.count(SnapshotState.UNOWNED)).isEqualTo(1);
    long counted =
        promises.values().stream()
            .flatMap(one -> one.counts().values().stream())
            .mapToLong(Long::longValue)
            .sum();
    assertThat(counted).isEqualTo(all.stream().mapToLong(one -> one.dataset().snapshots()).sum());
  }

  @Test
  void aStripShowsEachDayOnce() {
    InventoryBuilder estate = estate().add(task(1, DATA, true));
    named(estate, DATA, 8, 2);
    RetentionNight night = night(estate, Optional.empty());
    List<Checked> all = night.all();
    CalendarStrip strip =
        of(promises(night), Promise.Source.TASK, "nas1/snapshot-tasks/1").strips().get(0);

    assertThat(all).hasSize(1);
    assertThat(strip.period()).hasToString("1d");
    assertThat(strip.cells()).hasSize(14);
    CalendarStrip.Cell yesterday = strip.cells().get(12);
    assertThat(yesterday.begins()).isEqualTo(TODAY.minusDays(1).atStartOfDay(BRUSSELS).toInstant());
    assertThat(yesterday.missing()).isEqualTo(1);
    assertThat(strip.cells().get(13).missing()).isZero();
    assertThat(strip.cells().stream().mapToLong(CalendarStrip.Cell::overdue).sum()).isEqualTo(3);
    assertThat(strip.cells().stream().mapToLong(CalendarStrip.Cell::present).sum()).isEqualTo(4);
  }

  @Test
  void aPolicyTakesWhatItIsAboutAndHasAStripForEachLength() {
    InventoryBuilder estate = estate().add(task(1, DATA, true));
    named(estate, DATA, 8, 0);
    RetentionNight night = night(estate, Optional.empty(), policy("3x1d, 2x1w, at most 4"));
    List<Checked> all = night.all();
    Map<Promise, PromiseRetention> promises = promises(night);
    PromiseRetention policy = of(promises, Promise.Source.POLICY, "nightly");

    assertThat(all.get(0).dataset().tooMany()).isTrue();
    assertThat(policy.tooMany()).isEqualTo(1);
    assertThat(policy.counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(9);
    assertThat(policy.strips())
        .extracting(strip -> strip.period().toString())
        .containsExactly("1d", "1w");
    assertThat(of(promises, Promise.Source.TASK, "nas1/snapshot-tasks/1").counts()).isEmpty();
  }
}
