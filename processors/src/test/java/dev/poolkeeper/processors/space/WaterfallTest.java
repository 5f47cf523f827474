package dev.poolkeeper.processors.space;

import static dev.poolkeeper.processors.space.Spaces.NONE;
import static dev.poolkeeper.processors.space.Spaces.known;
import static dev.poolkeeper.processors.space.Spaces.onlyUsed;
import static dev.poolkeeper.processors.space.Spaces.referencing;
import static dev.poolkeeper.processors.space.Spaces.usage;
import static dev.poolkeeper.processors.space.Spaces.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  @Test
  void liveDataIsWhatTheOtherPartsLeave() {
    assertThat(Waterfall.of(usage(100, 30, 20, 10, 0)))
        .isEqualTo(
            new Waterfall(
                known(100), known(40), known(30), known(20), known(10), Optional.empty()));
  }

  @Test
  void emptyDatasetIsAllZeroAndKnown() {
    Waterfall empty = Waterfall.of(usage(0, 0, 0, 0, 0));

    assertThat(empty.dataBytes()).hasValue(0);
    assertThat(empty.hidden()).hasValue(0);
    assertThat(empty.unknown()).isEmpty();
  }

  @Test
  void thickZvolHidesWhatItHasNotYetWritten() {
    assertThat(Waterfall.of(usage(1000, 0, 0, 900, 1000)).hidden()).hasValue(900);
  }

  @Test
  void partsThatWereNotToldAreUnknownNeverZero() {
    Waterfall core = Waterfall.of(onlyUsed(100));

    assertThat(core.usedBytes()).hasValue(100);
    assertThat(core.dataBytes()).isEmpty();
    assertThat(core.snapshotBytes()).isEmpty();
    assertThat(core.hidden()).isEmpty();
    assertThat(core.unknown()).hasValue("this TrueNAS tells how much is used, but not what for");
  }

  @Test
  void unmeasuredDatasetIsUnknown() {
    assertThat(Waterfall.of(SpaceUsage.UNKNOWN))
        .isEqualTo(
            new Waterfall(
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                Optional.of("its dataset was not measured on this night")));
  }

  @Test
  void partsBeyondTheWholeLeaveNoLiveData() {
    Waterfall torn = Waterfall.of(usage(100, 60, 50, 0, 0));

    assertThat(torn.dataBytes()).isEmpty();
    assertThat(torn.snapshotBytes()).hasValue(60);
    assertThat(torn.unknown()).hasValueSatisfying(r -> assertThat(r).contains("one instant"));
  }

  @Test
  void largestLongsDoNotOverflow() {
    assertThat(Waterfall.of(usage(Long.MAX_VALUE, 0, 0, 0, 0)).dataBytes())
        .hasValue(Long.MAX_VALUE);
    assertThat(Waterfall.of(usage(Long.MAX_VALUE, Long.MAX_VALUE - 1, 1, 0, 0)).dataBytes())
        .hasValue(0);
    assertThat(Waterfall.of(usage(1, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 0)).hidden())
        .isEmpty();
  }

  @Test
  void cloneSharesWhatItReferencesBeyondItsOwn() {
    SpaceUsage clone = referencing(usage(10, 0, 0, 0, 0), 70);
    Optional<String> origin = Optional.of("nas1/snapshots/tank/a@s");

    assertThat(volume("c", "c", 0, clone, origin).sharedBytes()).hasValue(60);
    assertThat(volume("c", "c", 0, clone).sharedBytes()).as("no clone").isEmpty();
    assertThat(volume("c", "c", 0, referencing(clone, 10), origin).sharedBytes())
        .as("a release that gives usedbydataset for referenced")
        .isEmpty();
  }

  @Test
  void volumeWithoutDatasetSaysWhy() {
    VolumeSpace unbacked = VolumeSpace.unbacked("prod-a/persistentvolumes/x", Optional.empty());

    assertThat(unbacked.provisionedBytes()).isEmpty();
    assertThat(unbacked.waterfall().unknown())
        .hasValue("no dataset or zvol is known to be its own");
  }
}
