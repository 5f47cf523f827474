package dev.poolkeeper.writers.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.processors.space.Pins;
import dev.poolkeeper.processors.space.VolumeSpace;
import dev.poolkeeper.writers.text.TextWidth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VolumeViewTest {

  private static final long GIB = 1L << 30;

  private static VolumeLine line(VolumeSpace space) {
    return VolumeLine.of(
        new VolumeLine.Identity(
            "org.example",
            Optional.of("nas1/datasets/tank/a"),
            "confirmed",
            OptionalLong.of(10 * GIB),
            "Bound",
            "nfs"),
        space);
  }

  private static VolumeLine volume(long used, long snapshots, long reserved) {
    return line(
        VolumeSpace.of(
            "prod-a/persistentvolumes/a",
            Optional.of("media/a"),
            OptionalLong.of(10 * GIB),
            new VolumeSpace.Backing(
                "nas1/datasets/tank/a",
                "nas1/pools/tank",
                new SpaceUsage(
                    OptionalLong.of(used),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.of(snapshots),
                    OptionalLong.of(0),
                    OptionalLong.of(reserved),
                    OptionalLong.empty()),
                Optional.of("nas1/snapshots/tank/b@s"),
                Pins.of(
                    2,
                    3,
                    OptionalLong.of(GIB),
                    OptionalLong.of(90 * GIB),
                    OptionalLong.of(snapshots)))));
  }

  @Test
  void stepsBeginWhereTheOneBeforeEnds() {
    List<String> lines = new VolumeView(64).lines(volume(10 * GIB, 4 * GIB, GIB));

    assertThat(lines)
        .containsSubsequence(
            "Volume       prod-a/persistentvolumes/a",
            "Claim        media/a",
            "Dataset      nas1/datasets/tank/a",
            "Clone of     nas1/snapshots/tank/b@s",
            "Link, phase  confirmed, Bound",
            "",
            "Provisioned     10 GiB  ████████████████████████████████████████",
            "Used            10 GiB  ████████████████████████████████████████",
            "  written        5 GiB  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒",
            "  snapshots      4 GiB                      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒",
            "  children         0 B",
            "  reserved       1 GiB                                      ▒▒▒▒",
            "",
            "The claim does not see 5 GiB of what is used.",
            "2 snapshots of it cannot go because of 3 clones; together they",
            "hold 1 GiB to 4 GiB.");
  }

  @Test
  void whatIsNotKnownSaysWhy() {
    VolumeLine unknown = line(VolumeSpace.unbacked("prod-a/persistentvolumes/a", Optional.empty()));

    assertThat(new VolumeView(80).lines(unknown))
        .contains(
            "Used           unknown",
            "Not all is known: no dataset or zvol is known to be its own.");
  }

  @Test
  void noLineOfFiguresIsWiderThanTheTerminal() {
    for (int width : new int[] {40, 60, 80, 140}) {
      for (long used : new long[] {1, GIB, Long.MAX_VALUE}) {
        assertThat(new VolumeView(width).lines(volume(used, used / 3, used / 5)))
            .filteredOn(text -> !text.contains("nas1/") && !text.contains("prod-a/"))
            .allSatisfy(text -> assertThat(TextWidth.of(text)).isLessThanOrEqualTo(width));
      }
    }
  }

  @Test
  void namesCannotDriveTheTerminal() {
    VolumeLine hostile = line(VolumeSpace.unbacked("prod-a/\u001b[31m", Optional.of("x\ny")));

    assertThat(String.join("", new VolumeView(80).lines(hostile)))
        .doesNotContain("\u001b")
        .contains("\\u001b[31m", "x\\ny");
  }
}
