package dev.poolkeeper.processors.runway;

import static dev.poolkeeper.processors.runway.Outlooks.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.Runway.Kind;
import dev.poolkeeper.processors.runway.Runway.Outlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunwayFinderTest {

  private static final String TANK = "nas1/pools/tank";
  private static final String FAST = "nas1/pools/fast";
  private static final RunwayPolicy POLICY = new RunwayPolicy(.8, .9, 45);

  private static PoolNow now(String pool) {
    return new PoolNow(Subject.parse(pool), OptionalLong.of(500), OptionalLong.of(1000));
  }

  private static Ground ground(Kind kind, String group, String pool) {
    return new Ground(Subject.parse(group), kind, Subject.parse(pool));
  }

  private static List<Runway> find(
      List<String> pools, List<SeriesOutlook> outlooks, Ground... grounds) {
    return new RunwayFinder(POLICY)
        .find(pools.stream().map(RunwayFinderTest::now).toList(), outlooks, List.of(grounds));
  }

  private static Runway of(List<Runway> runways, String subject) {
    return runways.stream()
        .filter(runway -> runway.subject().equals(Subject.parse(subject)))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<LocalDate> in(int days) {
    return Optional.of(NIGHT.plusDays(days));
  }

  @Test
  void aPoolHasTheDatesOfItsBand() {
    // 500 of 1000, 10 a day: the band's upper end 15, its lower end 5
    Runway tank = of(find(List.of(TANK), List.of(Outlooks.pool(TANK, 500, 10))), TANK);

    assertThat(tank.outlook()).isEqualTo(Outlook.FILLS);
    assertThat(tank.amounts().usedBytes()).hasValue(500);
    assertThat(tank.amounts().capacityBytes()).hasValue(1000);
    assertThat(tank.amounts().growthPerDay()).hasValue(10);
    assertThat(tank.dates().warn()).isEqualTo(new Crossing(in(20), in(30), in(60)));
    assertThat(tank.dates().critical()).isEqualTo(new Crossing(in(27), in(40), in(80)));
    assertThat(tank.dates().full()).isEqualTo(new Crossing(in(34), in(50), in(100)));
    assertThat(tank.dates().orderBy()).isEqualTo(in(34 - 45));
    assertThat(tank.soonest()).contains(Subject.parse(TANK));
    // its order was due eleven days ago
    assertThat(tank.severity()).contains(Severity.WARNING);
  }

  @Test
  void aLevelThatIsReachedIsReachedTonightForCertain() {
    Runway tank = of(find(List.of(TANK), List.of(Outlooks.pool(TANK, 850, .001))), TANK);

    assertThat(tank.outlook()).isEqualTo(Outlook.NEVER);
    assertThat(tank.dates().warn()).isEqualTo(Crossing.on(NIGHT));
    assertThat(tank.dates().critical()).isEqualTo(Crossing.NONE);
    assertThat(tank.severity()).contains(Severity.WARNING);
    assertThat(tank.reason()).isEqualTo("it grows too little; grows evenly");
  }

  @Test
  void exactlyAtTheCriticalLevelIsCriticalAndRoomIsNothingToSay() {
    List<Runway> runways =
        find(
            List.of(TANK, FAST),
            List.of(Outlooks.pool(TANK, 900, .001), Outlooks.pool(FAST, 100, .001)));

    assertThat(of(runways, TANK).severity()).contains(Severity.CRITICAL);
    assertThat(of(runways, FAST).severity()).isEmpty();
  }

  @Test
  void whatIsNotKnownOfAPoolStaysUnknownWithItsReason() {
    List<Runway> runways =
        find(
            List.of(TANK, FAST, "nas1/pools/new"),
            List.of(
                Outlooks.notForecast(TANK, SeriesKind.POOL, Outcome.NOT_ENOUGH_HISTORY),
                Outlooks.pool(FAST, 500, 1, Fullness.UNLIMITED)));

    assertThat(runways)
        .filteredOn(runway -> runway.kind() == Kind.POOL)
        .extracting(Runway::outlook)
        .containsOnly(Outlook.UNKNOWN);
    assertThat(of(runways, TANK).reason()).isEqualTo("3 measured days are too few");
    assertThat(of(runways, FAST).reason()).contains("what it has room for is not known");
    assertThat(of(runways, "nas1/pools/new").reason()).contains("not forecast on this night");
    assertThat(of(runways, "nas1/pools/new").amounts().usedBytes()).hasValue(500);
  }

  @Test
  void aNasLastsAsLongAsItsSoonestPoolAndUsesWhatAllOfThemUse() {
    List<Runway> runways =
        find(
            List.of(TANK, FAST),
            List.of(Outlooks.pool(TANK, 500, 5), Outlooks.pool(FAST, 600, 10)));

    Runway nas = of(runways, "nas1");
    assertThat(nas.kind()).isEqualTo(Kind.NAS);
    assertThat(nas.soonest()).contains(Subject.parse(FAST));
    assertThat(nas.dates()).isEqualTo(of(runways, FAST).dates());
    assertThat(nas.amounts())
        .isEqualTo(
            new Runway.Amounts(
                OptionalLong.of(1100), OptionalLong.of(2000), OptionalDouble.of(15)));
    assertThat(nas.reason()).isEqualTo("that of nas1/pools/fast, the soonest of 2 pools");
  }

  @Test
  void nobodySaysNeverWhileOnePoolIsNotKnown() {
    List<SeriesOutlook> outlooks =
        List.of(
            Outlooks.pool(TANK, 100, .001),
            Outlooks.notForecast(FAST, SeriesKind.POOL, Outcome.NOT_MEASURED));
    Runway nas = of(find(List.of(TANK, FAST), outlooks), "nas1");

    assertThat(nas.outlook()).isEqualTo(Outlook.UNKNOWN);
    assertThat(nas.soonest()).isEmpty();
    assertThat(nas.reason()).isEqualTo("the runway of nas1/pools/fast is not known");
    assertThat(nas.amounts().growthPerDay()).isEmpty();
  }

  @Test
  void aPoolThatFillsIsSaidThoughAnotherIsNotKnown() {
    List<SeriesOutlook> outlooks =
        List.of(
            Outlooks.pool(TANK, 500, 10),
            Outlooks.notForecast(FAST, SeriesKind.POOL, Outcome.NOT_MEASURED));
    Runway nas = of(find(List.of(TANK, FAST), outlooks), "nas1");

    assertThat(nas.outlook()).isEqualTo(Outlook.FILLS);
    assertThat(nas.reason())
        .isEqualTo(
            "that of nas1/pools/tank, the soonest of 2 pools; that of nas1/pools/fast is not"
                + " known");
  }

  @Test
  void groupsRestOnTheirPoolsAndAClusterUsesWhatItsNamespacesUse() {
    List<Runway> runways =
        find(
            List.of(TANK, FAST),
            List.of(
                Outlooks.pool(TANK, 500, 10),
                Outlooks.pool(FAST, 500, 5),
                Outlooks.group("prod-a/namespaces/media", SeriesKind.NAMESPACE, 200, 3),
                Outlooks.group("prod-a/namespaces/shop", SeriesKind.NAMESPACE, 50, 1),
                Outlooks.group("prod-b/namespaces/media", SeriesKind.NAMESPACE, 7, 1),
                Outlooks.group("prod-a/storageclasses/nfs", SeriesKind.STORAGE_CLASS, 250, 4)),
            ground(Kind.CLUSTER, "prod-a", TANK),
            ground(Kind.CLUSTER, "prod-a", FAST),
            ground(Kind.NAMESPACE, "prod-a/namespaces/media", FAST),
            ground(Kind.STORAGE_CLASS, "prod-a/storageclasses/nfs", TANK));

    assertThat(of(runways, "prod-a").amounts())
        .isEqualTo(
            new Runway.Amounts(OptionalLong.of(250), OptionalLong.empty(), OptionalDouble.of(4)));
    assertThat(of(runways, "prod-a").soonest()).contains(Subject.parse(TANK));
    assertThat(of(runways, "prod-a/namespaces/media").soonest()).contains(Subject.parse(FAST));
    assertThat(of(runways, "prod-a/storageclasses/nfs").soonest()).contains(Subject.parse(TANK));
    assertThat(of(runways, "prod-a/namespaces/shop").outlook()).isEqualTo(Outlook.UNKNOWN);
    assertThat(of(runways, "prod-a/namespaces/shop").reason())
        .isEqualTo("none of its volumes is known to lie on a pool");
  }

  @Test
  void anUnknownNamespaceMakesTheSumOfItsClusterUnknown() {
    List<Runway> runways =
        find(
            List.of(TANK),
            List.of(
                Outlooks.pool(TANK, 500, 10),
                Outlooks.group("prod-a/namespaces/media", SeriesKind.NAMESPACE, 200, 3),
                Outlooks.notForecast(
                    "prod-a/namespaces/shop", SeriesKind.NAMESPACE, Outcome.NOT_MEASURED)),
            ground(Kind.CLUSTER, "prod-a", TANK),
            ground(Kind.NAMESPACE, "prod-a/namespaces/shop", TANK));

    assertThat(of(runways, "prod-a").amounts().usedBytes()).isEmpty();
    assertThat(of(runways, "prod-a").reason()).contains("how much it uses is not known");
    assertThat(of(runways, "prod-a/namespaces/shop").reason())
        .isEqualTo(
            "that of nas1/pools/tank, the only pool; how much it uses is not known: 3 measured days"
                + " are too few");
  }

  @Test
  void aValueThatIsNotOfTheNightIsSaid() {
    SeriesOutlook old = Outlooks.asOf(Outlooks.pool(TANK, 500, 10), NIGHT.minusDays(2));

    assertThat(of(find(List.of(TANK), List.of(old)), TANK).reason())
        .isEqualTo("what it uses is as of 2026-02-09, when it was last measured; grows evenly");
  }

  @Test
  void theOrderOfTheInputDoesNotMatter() {
    List<SeriesOutlook> outlooks =
        new ArrayList<>(
            List.of(
                Outlooks.pool(TANK, 500, 10),
                Outlooks.pool(FAST, 500, 10),
                Outlooks.group("prod-a/namespaces/media", SeriesKind.NAMESPACE, 200, 3),
                Outlooks.group("prod-a/namespaces/shop", SeriesKind.NAMESPACE, 50, 1)));
    List<Ground> grounds =
        new ArrayList<>(
            List.of(
                ground(Kind.CLUSTER, "prod-a", TANK),
                ground(Kind.CLUSTER, "prod-a", FAST),
                ground(Kind.NAMESPACE, "prod-a/namespaces/media", FAST)));
    List<PoolNow> pools = new ArrayList<>(List.of(now(TANK), now(FAST)));
    List<Runway> expected = new RunwayFinder(POLICY).find(pools, outlooks, grounds);
    Random chance = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(outlooks, chance);
      Collections.shuffle(grounds, chance);
      Collections.shuffle(pools, chance);

      assertThat(new RunwayFinder(POLICY).find(pools, outlooks, grounds)).isEqualTo(expected);
    }
  }
}
