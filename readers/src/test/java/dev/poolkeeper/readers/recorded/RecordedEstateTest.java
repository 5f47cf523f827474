package dev.poolkeeper.readers.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedEstateTest {

  @TempDir Path directory;

  @Test
  void sourcesAreThoseOfEstateJson() {
    EstateFolder folder =
        new EstateFolder(directory)
            .file(
                "estate.json",
                """
                {"capturedAt": "2026-02-11T03:00:00+01:00", "clusters": ["prod-b", "prod-a"],
                 "nas": ["nas1"], "addresses": {"nas1": ["10.0.0.5", "nas.example.com"]}}""");

    assertThat(folder.open().estate())
        .isEqualTo(
            new Estate(
                EstateFolder.CAPTURED,
                List.of("prod-a", "prod-b"),
                List.of("nas1"),
                Map.of("nas1", List.of("10.0.0.5", "nas.example.com"))));
    assertThat(folder.open().problems()).isEmpty();
  }

  @Test
  void withoutEstateJsonTheFoldersAreTheSourcesAndTheRunIsIncomplete() throws IOException {
    EstateFolder folder = new EstateFolder(directory).cluster("nodes").nas("pool.query", "[]");
    Files.delete(directory.resolve("estate.json"));

    assertThat(folder.open().estate())
        .isEqualTo(new Estate(EstateFolder.NOW, List.of("prod-a"), List.of("nas1"), Map.of()));
    assertThat(folder.open().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("estate.json: no such file"));
  }

  @Test
  void unreadableEstateJsonIsReplacedByTheFolders() {
    EstateFolder folder =
        new EstateFolder(directory).cluster("nodes").file("estate.json", "{\"clusters\": [");

    assertThat(folder.open().estate().clusters()).containsExactly("prod-a");
    assertThat(folder.open().estate().capturedAt()).isEqualTo(EstateFolder.NOW);
    assertThat(folder.open().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.seen()).contains("ends in the middle"));
  }

  @Test
  void aFolderThatIsNotListedMakesTheRunIncomplete() {
    EstateFolder folder =
        new EstateFolder(directory).file("clusters/prod-b/nodes.json", "{\"items\": []}");

    assertThat(folder.open().estate().clusters()).containsExactly("prod-a");
    assertThat(folder.open().problems())
        .extracting(CaptureProblem::seen)
        .containsExactly("clusters/prod-b is there but not listed");
  }

  @Test
  void namesThatLeadOutOfTheFolderAreLeftOut() {
    EstateFolder folder =
        new EstateFolder(directory)
            .file(
                "estate.json",
                """
                {"capturedAt": "2026-02-11T02:00:00Z", "clusters": ["../../etc", 7, ""],
                 "nas": [".."], "addresses": {"nas9": ["10.0.0.9"]}}""");

    assertThat(folder.open().estate().sources()).containsExactly("7");
    assertThat(folder.open().problems()).hasSize(4);
  }

  @Test
  void oneNameForAClusterAndANasIsAProblem() {
    EstateFolder folder =
        new EstateFolder(directory)
            .file(
                "estate.json",
                """
                {"capturedAt": "2026-02-11T02:00:00Z", "clusters": ["a"], "nas": ["a"]}""");

    assertThat(folder.open().problems())
        .extracting(CaptureProblem::seen)
        .containsExactly("a is a cluster and a NAS");
  }

  @Test
  void aTimeOfCaptureThatIsNoTimeIsReplacedByNow() {
    EstateFolder folder =
        new EstateFolder(directory)
            .file("estate.json", "{\"capturedAt\": \"last night\", \"clusters\": [], \"nas\": []}");

    assertThat(folder.open().estate().capturedAt()).isEqualTo(EstateFolder.NOW);
    assertThat(folder.open().problems()).hasSize(1);
  }

  @Test
  void clockIsNotToldWhereTheTimeOfCaptureIsNot() {
    EstateFolder folder =
        new EstateFolder(directory)
            .nas(
                "system.info",
                "{\"version\": \"25.04.2\", \"datetime\": {\"$date\": 1770775200000}}");

    assertThat(folder.read(ObjectKind.NAS_SYSTEM).only(NasSystem.class).clock())
        .contains(EstateFolder.CAPTURED);
    folder.file("estate.json", "{\"clusters\": [], \"nas\": [\"nas1\"]}");
    assertThat(folder.read(ObjectKind.NAS_SYSTEM).only(NasSystem.class).clock()).isEmpty();
  }

  @Test
  void aFolderWithoutAnEstateIsRefusedWithWhatToDo() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> RecordedEstate.open(directory, EstateFolder.NOW))
        .isInstanceOf(NoSuchEstate.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("neither estate.json nor clusters/ nor nas/")
        .hasMessageContaining("Next: name the folder");
    assertThatThrownBy(() -> RecordedEstate.open(directory.resolve("none"), EstateFolder.NOW))
        .isInstanceOf(NoSuchEstate.class)
        .hasMessageContaining("no such folder");
    assertThatThrownBy(() -> RecordedEstate.open(file, EstateFolder.NOW))
        .isInstanceOf(NoSuchEstate.class)
        .hasMessageContaining("a file, not a folder");
  }

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void aMissingFileWasNotReadAndTheProblemSaysHowToMakeIt(ObjectKind kind) {
    Capture capture = new EstateFolder(directory).read(kind).capture();

    assertThat(capture.status()).isEqualTo(CaptureStatus.NOT_READ);
    assertThat(capture.rows()).isZero();
    String command = kind.side() == Side.CLUSTER ? "kubectl get " : "midclt call ";
    assertThat(capture.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).contains(".json");
              assertThat(problem.next()).contains(command).contains(" > " + directory);
            });
  }

  @Test
  void theProblemOfAMissingSnapshotListingNamesEveryFileThatWouldDo() {
    Capture capture = new EstateFolder(directory).read(ObjectKind.ZFS_SNAPSHOT).capture();

    assertThat(capture.problems().get(0).where())
        .isEqualTo(
            "nas/nas1/pool.snapshot.query.json or nas/nas1/zfs.snapshot.query.json"
                + " or nas/nas1/zfs.resource.snapshot.query.json");
  }

  @ParameterizedTest
  @CsvSource({
    "TrueNAS-13.0-U6, zfs.snapshot.query",
    "25.04.2, zfs.snapshot.query",
    "25.10.1, pool.snapshot.query",
    "26.0.0, zfs.resource.snapshot.query",
    "unheard of, pool.snapshot.query"
  })
  void theAdvisedSnapshotListingIsThatOfTheRelease(String version, String method) {
    EstateFolder folder =
        new EstateFolder(directory).nas("system.info", "{\"version\": \"" + version + "\"}");

    assertThat(folder.read(ObjectKind.ZFS_SNAPSHOT).capture().problems().get(0).next())
        .startsWith("midclt call " + method + " ");
  }

  @Test
  void foldersWithBlanksAreQuotedInCommands() {
    Path spaced = directory.resolve("our estate");

    Capture capture = new EstateFolder(spaced).read(ObjectKind.POOL).capture();

    assertThat(capture.problems().get(0).next())
        .isEqualTo("midclt call pool.query > '" + spaced + "/nas/nas1/pool.query.json'");
  }

  @Test
  void sourcesOfOtherEstatesAreRefused() {
    RecordedEstate estate = new EstateFolder(directory).open();

    assertThatThrownBy(() -> estate.read("prod-z", ObjectKind.NODE, object -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatTheSinkThrowsIsNotTakenForBadContent() {
    RecordedEstate estate =
        new EstateFolder(directory).nas("pool.query", "[{\"name\": \"tank\"}]").open();

    assertThatThrownBy(
            () ->
                estate.read(
                    "nas1",
                    ObjectKind.POOL,
                    object -> {
                      throw new IllegalStateException("ledger is full");
                    }))
        .hasMessage("ledger is full");
  }
}
