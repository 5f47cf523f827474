package dev.poolkeeper.processors.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.poolkeeper.processors.attribution.GrowthPart.Presence;
import dev.poolkeeper.processors.attribution.PoolGrowth.Attributed;
import dev.poolkeeper.processors.attribution.PoolGrowth.NotAttributed;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowthAttributionTest {

  private static final Subject TANK = Subject.parse("nas1/pools/tank");
  private static final LocalDate FROM = LocalDate.of(2026, 2, 4);
  private static final LocalDate TO = LocalDate.of(2026, 2, 11);
  private static final Instant MADE = Instant.parse("2025-01-01T00:00:00Z");

  private static Subject dataset(String path) {
    return Subject.parse("nas1/datasets/" + path);
  }

  private static OwnSpace split(
      String path, Instant made, long data, long snapshots, long reserved) {
    return new OwnSpace(
        dataset(path),
        Optional.of(made),
        OptionalLong.of(data + snapshots + reserved),
        Optional.of(new SpaceSplit(data, snapshots, reserved)));
  }

  private static OwnSpace data(String path, long data) {
    return split(path, MADE.plusSeconds(path.hashCode()), data, 0, 0);
  }

  private static OwnSpace whole(String path, OptionalLong own) {
    return new OwnSpace(dataset(path), Optional.empty(), own, Optional.empty());
  }

  private static PoolNight night(LocalDate day, long used, OwnSpace... datasets) {
    return new PoolNight(day, OptionalLong.of(used), List.of(datasets));
  }

  private static Attributed attribute(PoolNight before, PoolNight after) {
    return attribute(
        new GrowthAttribution(new DatasetOwners(Map.of()), new TaskCover(List.of())),
        before,
        after);
  }

  private static Attributed attribute(
      GrowthAttribution attribution, PoolNight before, PoolNight after) {
    PoolGrowth growth = attribution.attribute(TANK, 7, before, after);
    assertThat(growth).isInstanceOf(Attributed.class);
    return (Attributed) growth;
  }

  private static GrowthPart part(String path, Presence presence, SpaceChange change) {
    return new GrowthPart(
        dataset(path), presence, Optional.empty(), Optional.empty(), List.of(), change);
  }

  private static SpaceChange change(long data, long snapshots, long reserved, long unsplit) {
    return new SpaceChange(data, snapshots, reserved, unsplit);
  }

  @Test
  void everyPartOfADatasetIsToldAndTheyLeaveNothing() {
    Attributed growth =
        attribute(
            night(FROM, 100, split("tank", MADE, 10, 0, 0), split("tank/a", MADE, 50, 30, 10)),
            night(TO, 132, split("tank", MADE, 10, 0, 0), split("tank/a", MADE, 70, 52, 0)));

    assertThat(growth)
        .isEqualTo(
            new Attributed(
                TANK,
                7,
                FROM,
                TO,
                32,
                List.of(part("tank/a", Presence.THERE, change(20, 22, -10, 0))),
                0,
                List.of()));
  }

  @Test
  void aMoveFromDataToSnapshotsIsAPartThoughItSumsToNothing() {
    Attributed growth =
        attribute(
            night(FROM, 80, split("tank/a", MADE, 50, 30, 0)),
            night(TO, 80, split("tank/a", MADE, 20, 60, 0)));

    assertThat(growth.parts())
        .containsExactly(part("tank/a", Presence.THERE, change(-30, 30, 0, 0)));
    assertThat(growth.remainderBytes()).isZero();
  }

  @Test
  void whatCameAndWhatWentCountInFull() {
    Attributed growth =
        attribute(night(FROM, 90, data("tank/old", 90)), night(TO, 40, data("tank/fresh", 40)));

    assertThat(growth.parts())
        .containsExactly(
            part("tank/old", Presence.DELETED, change(-90, 0, 0, 0)),
            part("tank/fresh", Presence.NEW, change(40, 0, 0, 0)));
    assertThat(growth.deltaBytes()).isEqualTo(-50);
    assertThat(growth.remainderBytes()).isZero();
  }

  @Test
  void aRenamedDatasetIsOneDatasetAndServesWhomItServed() {
    Owner media =
        new Owner(
            Subject.parse("prod-a/persistentvolumes/pv-1"),
            Optional.of(Subject.parse("prod-a/namespaces/media")),
            Optional.of(Subject.parse("prod-a/persistentvolumeclaims/media/data")));
    GrowthAttribution attribution =
        new GrowthAttribution(
            new DatasetOwners(Map.of(dataset("tank/a"), media)), new TaskCover(List.of()));

    Attributed growth =
        attribute(
            attribution,
            night(FROM, 70, split("tank/a", MADE, 70, 0, 0)),
            night(TO, 75, split("tank/b", MADE, 75, 0, 0)));

    assertThat(growth.parts())
        .containsExactly(
            new GrowthPart(
                dataset("tank/b"),
                Presence.RENAMED,
                Optional.of(dataset("tank/a")),
                Optional.of(media),
                List.of(),
                change(5, 0, 0, 0)));
  }

  @Test
  void twoThatWereMadeAtTheSameSecondAreNotGuessedToBeRenamed() {
    Attributed growth =
        attribute(
            night(FROM, 30, split("tank/a", MADE, 10, 0, 0), split("tank/b", MADE, 20, 0, 0)),
            night(TO, 30, split("tank/c", MADE, 10, 0, 0), split("tank/d", MADE, 20, 0, 0)));

    assertThat(growth.parts())
        .extracting(GrowthPart::presence)
        .containsExactly(Presence.DELETED, Presence.NEW, Presence.DELETED, Presence.NEW);
    assertThat(growth.remainderBytes()).isZero();
  }

  @Test
  void aNameThatWasGivenToAnotherDatasetIsOneThatWentAndOneThatCame() {
    Attributed growth =
        attribute(
            night(FROM, 50, split("tank/a", MADE, 50, 0, 0)),
            night(TO, 8, split("tank/a", MADE.plusSeconds(1), 8, 0, 0)));

    assertThat(growth.parts())
        .containsExactly(
            part("tank/a", Presence.DELETED, change(-50, 0, 0, 0)),
            part("tank/a", Presence.NEW, change(8, 0, 0, 0)));
  }

  @Test
  void whatWasNotToldIsInTheRemainderWhichSaysSo() {
    Attributed growth =
        attribute(
            night(FROM, 100, data("tank/a", 10), whole("tank/b", OptionalLong.empty())),
            night(TO, 150, data("tank/a", 20), whole("tank/b", OptionalLong.of(70))));

    assertThat(growth.parts()).extracting(GrowthPart::dataset).containsExactly(dataset("tank/a"));
    assertThat(growth.remainderBytes()).isEqualTo(40);
    assertThat(growth.remainderReasons().get(0))
        .contains("nas1/datasets/tank/b did not tell its space on both nights");
  }

  @Test
  void aReleaseThatTellsNoPartsLeavesOneSum() {
    Attributed growth =
        attribute(
            night(FROM, 10, whole("tank/a", OptionalLong.of(10))),
            night(TO, 25, split("tank/a", MADE, 20, 5, 0)));

    assertThat(growth.parts()).containsExactly(part("tank/a", Presence.THERE, change(0, 0, 0, 15)));
  }

  @Test
  void aRemainderWithoutUntoldDatasetsHasItsReasonToo() {
    Attributed growth =
        attribute(night(FROM, 10, data("tank/a", 10)), night(TO, 13, data("tank/a", 11)));

    assertThat(growth.remainderBytes()).isEqualTo(2);
    assertThat(growth.remainderReasons()).hasSize(1);
    assertThat(growth.remainderReasons().get(0)).contains("metadata");
  }

  @Test
  void whatLiesInsideAVolumeServesTheVolumeAndTasksAreToldWhereTheyCover() {
    Owner volume =
        new Owner(
            Subject.parse("prod-a/persistentvolumes/pv-1"), Optional.empty(), Optional.empty());
    SnapshotTask hourly = task(1, "tank/k8s", true, List.of("tank/k8s/out"), true);
    SnapshotTask off = task(2, "tank", true, List.of(), false);
    SnapshotTask flat = task(3, "tank", false, List.of(), true);
    GrowthAttribution attribution =
        new GrowthAttribution(
            new DatasetOwners(Map.of(dataset("tank/k8s/v"), volume)),
            new TaskCover(List.of(hourly, off, flat)));

    Attributed growth =
        attribute(
            attribution,
            night(FROM, 0),
            night(
                TO,
                6,
                data("tank/k8s/v/inside", 3),
                data("tank/k8s/out/x", 2),
                data("tank/k8s-not", 1)));

    assertThat(growth.parts())
        .extracting(part -> part.owner().map(Owner::volume), GrowthPart::tasks)
        .containsExactly(
            tuple(Optional.of(volume.volume()), List.of(hourly.subject())),
            tuple(Optional.empty(), List.of()),
            tuple(Optional.empty(), List.of()));
  }

  private static SnapshotTask task(
      long id, String dataset, boolean recursive, List<String> exclude, boolean enabled) {
    return new SnapshotTask(
        "nas1",
        id,
        dataset,
        recursive,
        exclude,
        "auto-%Y",
        "0 * * * *",
        "2 WEEK",
        enabled,
        SnapshotTask.Terms.UNTOLD);
  }

  @Test
  void anUnknownPoolIsNotAttributed() {
    PoolNight unknown = new PoolNight(FROM, OptionalLong.empty(), List.of());
    PoolGrowth growth =
        new GrowthAttribution(new DatasetOwners(Map.of()), new TaskCover(List.of()))
            .attribute(TANK, 7, unknown, night(TO, 5));

    assertThat(growth)
        .isEqualTo(
            new NotAttributed(TANK, 7, "how much of it was used on 2026-02-04 is not known"));
  }

  @Test
  void figuresBeyondALongAreSaidAndNotAdded() {
    PoolGrowth growth =
        new GrowthAttribution(new DatasetOwners(Map.of()), new TaskCover(List.of()))
            .attribute(
                TANK,
                7,
                night(FROM, 0, data("tank/a", -2)),
                night(TO, 0, data("tank/a", Long.MAX_VALUE)));

    assertThat(growth).isInstanceOf(NotAttributed.class);
    assertThat(((NotAttributed) growth).reason()).contains("cannot be true");
  }

  @Test
  void aDatasetThatIsListedTwiceIsRefused() {
    assertThatThrownBy(
            () -> attribute(night(FROM, 1), night(TO, 1, data("tank/a", 1), data("tank/a", 1))))
        .hasMessageContaining("nas1/datasets/tank/a is listed twice on 2026-02-11");
  }

  /** Whatever happens between two nights, all parts and the remainder are the pool's change. */
  @Test
  void sumsAlwaysReconcileInAnyOrder() {
    for (long seed = 0; seed < 500; seed++) {
      Random chance = new Random(seed);
      PoolNight before = random(FROM, chance);
      PoolNight after = random(TO, chance);

      Attributed growth = attribute(before, after);

      long parts = growth.parts().stream().mapToLong(p -> p.change().totalBytes()).sum();
      assertThat(parts + growth.remainderBytes()).as("seed " + seed).isEqualTo(growth.deltaBytes());
      assertThat(growth.deltaBytes())
          .isEqualTo(after.usedBytes().orElseThrow() - before.usedBytes().orElseThrow());
      assertThat(attribute(shuffled(before, chance), shuffled(after, chance)))
          .as("seed " + seed)
          .isEqualTo(growth);
    }
  }

  /** Where every dataset tells its space and all of it is the pool's, nothing is left. */
  @Test
  void aPoolThatIsTheSumOfItsDatasetsLeavesNothing() {
    for (long seed = 0; seed < 200; seed++) {
      Random chance = new Random(seed);
      Attributed growth = attribute(full(random(FROM, chance)), full(random(TO, chance)));

      assertThat(growth.remainderBytes()).as("seed " + seed).isZero();
      assertThat(growth.remainderReasons()).as("seed " + seed).isEmpty();
    }
  }

  private static PoolNight full(PoolNight night) {
    List<OwnSpace> told =
        night.datasets().stream().filter(space -> space.ownBytes().isPresent()).toList();
    long used = told.stream().mapToLong(space -> space.ownBytes().orElseThrow()).sum();
    return new PoolNight(night.night(), OptionalLong.of(used), told);
  }

  private static PoolNight random(LocalDate day, Random chance) {
    List<OwnSpace> datasets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Optional<Instant> made =
          chance.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(MADE.plusSeconds(chance.nextInt(8)));
      switch (chance.nextInt(4)) {
        case 0 -> {}
        case 1 ->
            datasets.add(
                new OwnSpace(
                    dataset("tank/d" + i),
                    made,
                    chance.nextInt(5) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(chance.nextLong(1L << 45)),
                    Optional.empty()));
        default -> {
          SpaceSplit split =
              new SpaceSplit(
                  chance.nextLong(1L << 45), chance.nextLong(1L << 40), chance.nextInt(3));
          datasets.add(
              new OwnSpace(
                  dataset("tank/d" + i),
                  made,
                  OptionalLong.of(
                      split.dataBytes() + split.snapshotBytes() + split.reservedBytes()),
                  Optional.of(split)));
        }
      }
    }
    return new PoolNight(day, OptionalLong.of(chance.nextLong(1L << 50)), datasets);
  }

  private static PoolNight shuffled(PoolNight night, Random chance) {
    List<OwnSpace> datasets = new ArrayList<>(night.datasets());
    Collections.shuffle(datasets, chance);
    return new PoolNight(night.night(), night.usedBytes(), datasets);
  }
}
