package dev.poolkeeper.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.orphan.RowHistory;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import dev.poolkeeper.tests.corpus.ReadEstate.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes away one list after the other: knowing less never makes an orphan. What was said may become
 * undecided, and no volume or snapshot is accused that was not accused with all lists there.
 */
class ScenarioLossTest {

  /**
   * Lists that only ever protect. Who records by hand may skip them, and they come and go by
   * nature; half of one is never read as the whole.
   */
  private static final Set<ObjectKind> MAY_BE_MISSING =
      EnumSet.of(
          ObjectKind.POD,
          ObjectKind.STATEFUL_SET,
          ObjectKind.DEPLOYMENT,
          ObjectKind.DAEMON_SET,
          ObjectKind.JOB,
          ObjectKind.CRON_JOB,
          ObjectKind.VIRTUAL_MACHINE,
          ObjectKind.VOLUME_ATTACHMENT,
          ObjectKind.ISCSI_SESSION);

  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  private static Set<String> orphans(Inventory inventory) {
    return Set.copyOf(JudgedNight.of(inventory).orphans());
  }

  /** Of an empty list nothing can be lost. */
  private static Stream<Part> needed(ReadEstate estate) {
    return estate.parts().stream()
        .filter(part -> !part.objects().isEmpty())
        .filter(part -> !MAY_BE_MISSING.contains(part.capture().kind()));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noListThatIsMissingMakesAnOrphan(Scenario scenario) {
    ReadEstate estate = Recording.of(scenario).estate();
    Set<String> orphans = orphans(estate.inventory());

    assertThat(needed(estate))
        .allSatisfy(
            part ->
                assertThat(orphans)
                    .containsAll(
                        orphans(estate.without(part, CaptureStatus.NOT_READ).inventory())));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noListThatCameBackEmptyMakesAnOrphan(Scenario scenario) {
    ReadEstate estate = Recording.of(scenario).estate();
    Set<String> orphans = orphans(estate.inventory());
    Map<String, RowHistory> yesterday =
        estate.captures().stream()
            .filter(capture -> capture.rows() > 0)
            .collect(Collectors.toMap(Capture::part, ScenarioLossTest::rows));

    assertThat(needed(estate))
        .allSatisfy(
            part ->
                assertThat(orphans)
                    .containsAll(
                        JudgedNight.of(
                                estate.without(part, CaptureStatus.COMPLETE).inventory(),
                                yesterday,
                                List.of())
                            .orphans()));
  }

  /** One thing that names what is not there may be a true loss; of two the list is not believed. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void noListThatIsEmptyOnTheFirstNightMakesSeveralOrphans(Scenario scenario) {
    ReadEstate estate = Recording.of(scenario).estate();
    Set<String> orphans = orphans(estate.inventory());

    assertThat(needed(estate))
        .allSatisfy(
            part ->
                assertThat(orphans(estate.without(part, CaptureStatus.COMPLETE).inventory()))
                    .filteredOn(orphan -> !orphans.contains(orphan))
                    .hasSizeLessThan(2));
  }

  private static RowHistory rows(Capture capture) {
    return new RowHistory(OptionalLong.of(capture.rows()), OptionalLong.of(capture.rows()));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noFileThatIsCutShortMakesAnOrphan(Scenario scenario) throws IOException {
    Recording recording = Recording.of(scenario);
    Set<String> orphans = orphans(recording.estate().inventory());
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : recording.files().entrySet()) {
      if (holdsRows(recording.estate(), file.getKey())) {
        Path path = recording.folder().resolve(file.getKey());
        Files.write(path, Arrays.copyOf(file.getValue(), file.getValue().length / 2));
        orphans(read(recording, file.getKey()).inventory()).stream()
            .filter(orphan -> !orphans.contains(orphan))
            .forEach(orphan -> wrong.add(file.getKey() + ": " + orphan));
        Files.write(path, file.getValue());
      }
    }

    assertThat(wrong).as("accused for lack of half a file").isEmpty();
  }

  private static boolean holdsRows(ReadEstate estate, String path) {
    return path.equals("estate.json")
        || estate.captures().stream()
            .anyMatch(capture -> capture.rows() > 0 && isOf(path, capture));
  }

  /** The recording as it is on disk now, read again where the file plays a part. */
  private static ReadEstate read(Recording recording, String path) {
    return path.equals("estate.json")
        ? ReadEstate.of(recording.folder())
        : recording.estate().again(recording.folder(), capture -> isOf(path, capture));
  }

  /** Whether the part is read from the file, or with the release that the file tells. */
  private static boolean isOf(String path, Capture capture) {
    String[] place = path.split("/", 3);
    if (place.length < 3 || !place[1].equals(capture.source())) {
      return false;
    }
    String name = place[2].substring(0, place[2].length() - ".json".length());
    return capture.kind().side() == Side.CLUSTER
        ? capture.kind().plural().equals(name)
        : TrueNasMethods.of(capture.kind()).contains(name)
            || name.equals("system.info")
            || (name.equals(TrueNasMethods.USER_PROPERTIES)
                && capture.kind() == ObjectKind.DATASET);
  }
}
