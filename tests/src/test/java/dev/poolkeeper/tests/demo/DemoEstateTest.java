package dev.poolkeeper.tests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds the committed archive to its generator, and the generator to what a recorded estate has to
 * be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoEstateTest {
  private static final Path ARCHIVE = Path.of("../jobs/src/main/resources/demo/demo-estate.zip");
  private static final String HOW_TO_UPDATE =
      "The demo archive is out of date. Write it anew and commit it: mvn -pl tests -am"
          + " -Dtest=DemoEstateTest -Dsurefire.failIfNoSpecifiedTests=false -Ddemo.update=true"
          + " test";
  private static final String[] SIGNS_OF_SECRETS = {
    "passphrase",
    "password",
    "private_key",
    "chapsecret",
    "api_key",
    "api-key",
    "bearer ",
    "-----begin"
  };

  /** Made once for all tests: it is the slow part. */
  private final SortedMap<String, byte[]> made = DemoEstate.files();

  @BeforeAll
  void updateWhenAsked() throws IOException {
    if (Boolean.getBoolean("demo.update")) {
      EstateZip.write(made, ARCHIVE);
    }
  }

  static List<LocalDate> nights() {
    return DemoEstate.nights();
  }

  @Test
  void committedArchiveIsWhatTheGeneratorMakes() throws IOException {
    SortedMap<String, byte[]> committed = EstateZip.read(ARCHIVE);
    assertThat(committed.keySet()).as(HOW_TO_UPDATE).isEqualTo(made.keySet());
    assertThat(differences(committed)).as(HOW_TO_UPDATE).isEmpty();
  }

  @Test
  void generatorMakesTheSameFilesAgain() {
    assertThat(differences(DemoEstate.files())).isEmpty();
  }

  private List<String> differences(SortedMap<String, byte[]> other) {
    return made.keySet().stream()
        .filter(path -> !Arrays.equals(made.get(path), other.get(path)))
        .toList();
  }

  @Test
  void noFileHoldsASecret() {
    made.forEach(
        (path, content) ->
            assertThat(new String(content, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                .as(path)
                .doesNotContain(SIGNS_OF_SECRETS));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyNightIsAnEstateOfTheExpectedSize(LocalDate date) {
    RecordedNight night = new RecordedNight(made, date);
    assertThat(night.estate().path("capturedAt").asString()).isEqualTo(date + "T02:00:00Z");
    assertThat(night.items("prod-a", "persistentvolumes")).hasSizeBetween(180, 210);
    assertThat(night.items("edge-b", "persistentvolumeclaims")).hasSizeBetween(85, 110);
    int snapshots = night.snapshots("nas1").size() + night.snapshots("nas2").size();
    assertThat(snapshots).isBetween(4_000, 4_700);
    List<JsonNode> objects = new ArrayList<>(night.items("prod-a", "volumesnapshots"));
    objects.addAll(night.items("edge-b", "volumesnapshots"));
    assertThat(objects).hasSizeBetween(220, 280);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void onlyTheTwoIncompleteNightsHaveGaps(LocalDate date) {
    RecordedNight night = new RecordedNight(made, date);
    boolean cutShort = date.equals(LocalDate.of(2026, 2, 8));
    assertThat(night.items("edge-b", "persistentvolumes"))
        .hasSizeBetween(cutShort ? 1 : 85, cutShort ? 5 : 110);
    assertThat(night.hasMethod("nas2", "sharing.nfs.query"))
        .isEqualTo(!date.equals(LocalDate.of(2026, 2, 6)));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void identifiersAreUnique(LocalDate date) {
    RecordedNight night = new RecordedNight(made, date);
    for (String cluster : List.of("prod-a", "edge-b")) {
      assertUnique(night.items(cluster, "persistentvolumes"), "/metadata/uid");
      assertUnique(night.items(cluster, "persistentvolumes"), "/spec/csi/volumeHandle");
      assertUnique(night.items(cluster, "persistentvolumeclaims"), "/metadata/uid");
      assertUnique(night.items(cluster, "pods"), "/metadata/uid");
      assertUnique(night.items(cluster, "volumesnapshotcontents"), "/metadata/name");
    }
    for (String nas : List.of("nas1", "nas2")) {
      assertUnique(night.datasets(nas), "/id");
      assertUnique(night.snapshots(nas), "/id");
      assertUnique(night.rows(nas, "iscsi.target.query"), "/id");
      assertUnique(night.rows(nas, "iscsi.extent.query"), "/name");
    }
  }

  private static void assertUnique(List<JsonNode> rows, String pointer) {
    assertThat(rows.stream().map(row -> row.at(pointer)).filter(JsonNode::isString).toList())
        .as(pointer)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void volumesWithoutDatasetAreExactlyThePlantedOnes(LocalDate date) {
    RecordedNight night = new RecordedNight(made, date);
    Set<String> volumeNames =
        night.datasetIds().stream()
            .map(id -> id.substring(id.lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (String cluster : List.of("prod-a", "edge-b")) {
      for (JsonNode volume : night.items(cluster, "persistentvolumes")) {
        String name = volume.at("/metadata/name").asString();
        boolean foreign = volume.at("/metadata/annotations").isMissingNode();
        if (!foreign && !volumeNames.contains(name)) {
          missing.add(cluster + "/persistentvolumes/" + name);
        }
      }
    }
    assertThat(missing).containsExactlyInAnyOrderElementsOf(planted(101, date));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void plantedDatasetsAndSnapshotsAreRecorded(LocalDate date) {
    RecordedNight night = new RecordedNight(made, date);
    assertThat(night.datasetIds()).containsAll(leaf(planted(102, date)));
    Set<String> snapshots =
        List.of("nas1", "nas2").stream()
            .flatMap(nas -> night.snapshots(nas).stream())
            .map(snapshot -> snapshot.path("id").asString())
            .collect(Collectors.toSet());
    assertThat(snapshots).containsAll(leaf(planted(202, date)));
  }

  /** The subject without its source and kind. */
  private static List<String> leaf(List<String> subjects) {
    return subjects.stream().map(subject -> subject.split("/", 3)[2]).toList();
  }

  private static List<String> planted(int code, LocalDate night) {
    return DemoEstate.planted().stream()
        .filter(planted -> planted.code() == code && planted.on(night))
        .map(Planted::subject)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void spaceAddsUp(LocalDate date) {
    RecordedNight night = new RecordedNight(made, date);
    for (String nas : List.of("nas1", "nas2")) {
      for (JsonNode dataset : night.datasets(nas)) {
        long parts =
            bytes(dataset, "usedbydataset")
                + bytes(dataset, "usedbysnapshots")
                + bytes(dataset, "usedbychildren")
                + bytes(dataset, "usedbyrefreservation");
        assertThat(bytes(dataset, "used")).as(dataset.path("id").asString()).isEqualTo(parts);
        assertThat(bytes(dataset, "available")).isNotNegative();
      }
      for (JsonNode pool : night.rows(nas, "pool.query")) {
        long size = pool.path("size").asLong();
        assertThat(pool.path("allocated").asLong() + pool.path("free").asLong()).isEqualTo(size);
        assertThat(pool.path("free").asLong()).isPositive();
      }
    }
  }

  private static long bytes(JsonNode dataset, String property) {
    return Long.parseLong(dataset.path(property).path("rawvalue").asString());
  }

  @Test
  void storiesCoverEveryCodeAndEveryTurn() {
    LocalDate last = LocalDate.of(2026, 2, 11);
    List<Planted> planted = DemoEstate.planted();
    assertThat(planted.stream().map(Planted::code).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            101, 102, 103, 104, 112, 201, 202, 203, 301, 302, 303, 304, 305, 306, 307, 308, 309,
            401, 402, 404, 405, 501, 502, 503, 504, 705, 901, 902);
    assertThat(planted).anyMatch(one -> one.code() == 102 && one.firstNight().equals(last));
    assertThat(planted)
        .anyMatch(one -> one.code() == 102 && one.lastNight().equals(last.minusDays(1)));
    assertThat(planted.stream().map(one -> one.code() + one.subject()).distinct())
        .as("one finding comes back")
        .hasSize(planted.size() - 1);
  }

  @Test
  void pastEndsWhereTheRecordingsBegin() {
    List<String> pool =
        new String(made.getOrDefault("past/usage.csv", new byte[0]), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("\"nas1/datasets/flash\","))
            .toList();
    assertThat(pool).hasSize(111);
    assertThat(pool.get(110)).contains(",2026-02-01,nas1,");
    long before = Long.parseLong(pool.get(110).split(",", -1)[3]);
    long recorded =
        new RecordedNight(made, LocalDate.of(2026, 2, 2))
            .datasets("nas1").stream()
                .filter(dataset -> dataset.path("id").asString().equals("flash"))
                .mapToLong(dataset -> bytes(dataset, "used"))
                .findFirst()
                .orElseThrow();
    assertThat(recorded).as("no jump").isBetween(before, before + before / 100);
  }

  @Test
  void nobodyIsPlantedAndInnocent() {
    Set<String> planted =
        DemoEstate.planted().stream().map(Planted::subject).collect(Collectors.toSet());
    assertThat(DemoEstate.innocent().stream().map(Innocent::subject))
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(planted);
  }
}
