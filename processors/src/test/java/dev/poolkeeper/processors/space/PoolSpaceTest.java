package dev.poolkeeper.processors.space;

import static dev.poolkeeper.processors.space.Spaces.NONE;
import static dev.poolkeeper.processors.space.Spaces.known;
import static dev.poolkeeper.processors.space.Spaces.onlyUsed;
import static dev.poolkeeper.processors.space.Spaces.share;
import static dev.poolkeeper.processors.space.Spaces.usage;
import static dev.poolkeeper.processors.space.Spaces.volume;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolSpaceTest {

  private static final List<SpaceCategory> CATEGORIES = List.of(SpaceCategory.values());
  private static final Provisioning NOTHING = Provisioning.of(List.of());

  private static PoolSpace pool(OptionalLong used, OptionalLong available, PoolShare... shares) {
    return PoolSpace.of("nas1/pools/tank", used, available, List.of(shares), NOTHING);
  }

  private static PoolSpace promising(long used, long available, VolumeSpace... volumes) {
    return PoolSpace.of(
        "nas1/pools/tank",
        known(used),
        known(available),
        List.of(),
        Provisioning.of(List.of(volumes)));
  }

  private static Provisioning provisioning(VolumeSpace volume) {
    return Provisioning.of(List.of(volume));
  }

  @Test
  void emptyPoolIsAllKnown() {
    PoolSpace empty = pool(known(0), known(100));

    assertThat(empty.usableBytes()).hasValue(100);
    assertThat(empty.remainderBytes()).hasValue(0);
    assertThat(empty.overcommitRatio()).hasValue(0);
    assertThat(empty.shortfallBytes()).hasValue(0);
    assertThat(empty.bytesOf(SpaceCategory.VOLUME)).hasValue(0);
    assertThat(empty.unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sharesAndRemainderAddUpToUsed(long seed) {
    Random random = new Random(seed);
    List<PoolShare> shares = new ArrayList<>();
    long counted = 0;
    for (int i = 0; i < 200; i++) {
      boolean told = random.nextInt(10) > 0;
      long bytes = random.nextLong(1L << 50);
      counted += told ? bytes : 0;
      shares.add(
          share(CATEGORIES.get(random.nextInt(CATEGORIES.size())), told ? known(bytes) : NONE));
    }
    long used = counted + random.nextLong(-1000, 1000);
    PoolSpace space = PoolSpace.of("nas1/pools/tank", known(used), known(7), shares, NOTHING);

    long sum = space.shares().stream().mapToLong(s -> s.bytes().orElse(0)).sum();
    assertThat(sum + space.remainderBytes().orElseThrow()).isEqualTo(used);
    Collections.shuffle(shares, random);
    PoolSpace shuffled = PoolSpace.of("nas1/pools/tank", known(used), known(7), shares, NOTHING);
    assertThat(shuffled.remainderBytes()).isEqualTo(space.remainderBytes());
  }

  @Test
  void sharesComeInTheOrderOfTheirCategories() {
    PoolShare unheardOf = new PoolShare("archive", "", 1, 0, known(1), NONE, NONE, NONE);
    PoolSpace space =
        pool(
            known(10),
            known(0),
            unheardOf,
            share(SpaceCategory.OTHER, known(1)),
            share(SpaceCategory.DETACHED_SNAPSHOT, known(1)),
            share(SpaceCategory.VOLUME, known(1)));

    assertThat(space.shares())
        .extracting(PoolShare::category)
        .containsExactly("volume", "detached-snapshot", "other", "archive");
  }

  @Test
  void snapshotsOfACategoryAreToldApart() {
    PoolSpace space =
        pool(
            known(100),
            known(0),
            new PoolShare("volume", "prod-a", 1, 0, known(50), known(30), known(20), known(0)),
            new PoolShare("volume", "prod-b", 1, 0, known(9), known(2), known(7), known(0)),
            new PoolShare("other", "", 1, 0, known(5), known(4), known(1), known(0)));

    assertThat(space.snapshotBytesOf(SpaceCategory.VOLUME)).hasValue(27);
    assertThat(space.snapshotBytesOf(SpaceCategory.SHARED)).hasValue(0);
  }

  @Test
  void remainderNamesTheDatasetsThatDidNotTell() {
    PoolSpace space =
        pool(
            known(100),
            known(50),
            share(SpaceCategory.OTHER, known(70)),
            share(SpaceCategory.VOLUME, NONE));

    assertThat(space.remainderBytes()).hasValue(30);
    assertThat(space.bytesOf(SpaceCategory.VOLUME)).isEmpty();
    assertThat(space.unknown())
        .containsExactly(
            "datasets that did not tell their size, their space is in the remainder: 1");
  }

  @Test
  void negativeRemainderIsShownAndExplained() {
    PoolSpace space = pool(known(100), known(0), share(SpaceCategory.OTHER, known(101)));

    assertThat(space.remainderBytes()).hasValue(-1);
    assertThat(space.unknown()).hasSize(1);
  }

  @Test
  void poolThatToldNothingIsUnknownThroughout() {
    PoolSpace space = pool(NONE, NONE, share(SpaceCategory.OTHER, known(5)));

    assertThat(space.usableBytes()).isEmpty();
    assertThat(space.remainderBytes()).isEmpty();
    assertThat(space.overcommitRatio()).isEmpty();
    assertThat(space.shortfallBytes()).isEmpty();
    assertThat(space.unknown())
        .containsExactly("its root dataset did not tell how much is used and available");
  }

  @Test
  void figuresBeyondTheLargestLongAreUnknown() {
    PoolSpace space =
        pool(
            known(Long.MAX_VALUE),
            known(Long.MAX_VALUE),
            share(SpaceCategory.OTHER, known(Long.MAX_VALUE)),
            share(SpaceCategory.VOLUME, known(1)));

    assertThat(space.usableBytes()).isEmpty();
    assertThat(space.remainderBytes()).isEmpty();
  }

  @Test
  void shortfallIsWhatVolumesMayStillTakeBeyondWhatIsAvailable() {
    PoolSpace space =
        promising(
            300,
            100,
            volume("a", "a", 500, usage(200, 50, 0, 0, 400)),
            volume("thick", "thick", 100, usage(100, 0, 0, 80, 100)));

    assertThat(space.provisioning())
        .isEqualTo(new Provisioning(2, 0, 0, 0, known(500), known(250)));
    assertThat(space.overcommitRatio()).hasValue(500.0 / 400);
    assertThat(space.shortfallBytes()).hasValue(150);
  }

  @Test
  void volumeBeyondItsSizeTakesNothingFromOthers() {
    PoolSpace space =
        promising(
            300,
            100,
            volume("over", "over", 0, usage(900, 0, 0, 0, 400)),
            volume("b", "b", 0, usage(0, 0, 0, 0, 120)));

    assertThat(space.provisioning().unfilledBytes()).hasValue(120);
    assertThat(space.shortfallBytes()).hasValue(20);
  }

  @Test
  void twoVolumesOnOneDatasetAreOnePromise() {
    Provisioning shared =
        Provisioning.of(
            List.of(
                volume("a", "one", 10, usage(2, 0, 0, 0, 0)),
                volume("b", "one", 30, usage(2, 0, 0, 0, 0))));

    assertThat(shared).isEqualTo(new Provisioning(1, 1, 0, 0, known(30), known(28)));
  }

  @Test
  void unknownSizesAndFiguresAreCountedNotGuessed() {
    PoolSpace space =
        promising(
            10,
            10,
            volume("unsized", "a", 0, usage(2, 0, 0, 0, 0)),
            volume("core", "b", 30, onlyUsed(5)),
            volume("core too", "c", 10, onlyUsed(5)),
            volume("told", "d", 7, usage(2, 0, 0, 0, 7)));

    assertThat(space.provisioning()).isEqualTo(new Provisioning(4, 3, 1, 2, known(47), known(5)));
    assertThat(space.unknown())
        .containsExactly(
            "volumes of unknown size, in no sum: 1",
            "volumes that did not tell what is written: 2");
  }

  @Test
  void sumsThatLeaveSomethingOutArePartial() {
    assertThat(NOTHING.partial()).isFalse();
    assertThat(provisioning(volume("told", "a", 7, usage(2, 0, 0, 0, 7))).partial()).isFalse();
    assertThat(provisioning(volume("unsized", "a", 0, usage(2, 0, 0, 0, 0))).partial()).isTrue();
    assertThat(provisioning(volume("core", "a", 40, onlyUsed(5))).partial()).isTrue();
  }

  @Test
  void volumesWithoutOwnDatasetArePromisedNothing() {
    assertThat(
            Provisioning.of(
                List.of(VolumeSpace.unbacked("prod-a/persistentvolumes/x", Optional.empty()))))
        .isEqualTo(new Provisioning(0, 0, 0, 0, known(0), known(0)));
  }

  @Test
  void mostHiddenVolumesComeFirstAndAllAreCounted() {
    List<VolumeSpace> volumes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      volumes.add(volume("v" + i, "v" + i, 0, usage(100 + i, i, 0, 0, 0)));
    }
    volumes.add(volume("core", "core", 0, onlyUsed(9)));

    EstateSpace space = EstateSpace.of(List.of(), volumes, List.of());

    assertThat(space.volumes()).hasSize(10);
    assertThat(space.volumes().get(0).hiddenBytes()).hasValue(29);
    assertThat(space.hiddenVolumes()).isEqualTo(29);
    assertThat(space.unknownVolumes()).isEqualTo(1);
  }

  @Test
  void snapshotsThatPinMostComeFirstAndAllAreCounted() {
    List<PinnedSnapshot> pinned = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Pins pins = Pins.of(1, 1, NONE, i == 0 ? NONE : known(i), NONE);
      pinned.add(
          new PinnedSnapshot("nas1/snapshots/tank/a@" + i, Optional.empty(), List.of(), pins));
    }

    EstateSpace space = EstateSpace.of(List.of(), List.of(), pinned);

    assertThat(space.pinned())
        .extracting(PinnedSnapshot::subject)
        .startsWith("nas1/snapshots/tank/a@11", "nas1/snapshots/tank/a@10")
        .hasSize(10);
    assertThat(space.pinnedSnapshots()).isEqualTo(12);
  }
}
