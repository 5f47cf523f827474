package dev.poolkeeper.readers.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.recorded.EstateRecorder.Recorded;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording says what its sources said, is private, and never overwrites what is not its own. */
class EstateRecorderTest {

  private static final Instant NOW = Instant.parse("2026-02-11T02:00:00Z");
  private static final Path DEMO = Path.of("../jobs/src/main/resources/demo/demo-estate.zip");
  private static final String NIGHT = "nights/2026-02-10/";

  @TempDir private Path folder;

  private static Estate small() {
    return new Estate(
        NOW, List.of("prod-a"), List.of("nas1"), Map.of("nas1", List.of("nas1.example.com")));
  }

  private Path unpackDemo() throws IOException {
    Path demo = folder.resolve("demo");
    try (InputStream file = Files.newInputStream(DEMO);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith(NIGHT) && !entry.isDirectory()) {
          Path target = demo.resolve(entry.getName().substring(NIGHT.length()));
          Files.createDirectories(target.resolveSibling("."));
          Files.write(target, zip.readAllBytes());
        }
      }
    }
    return demo;
  }

  private static Path folder(Path estate, Estate sources, String name) {
    return estate.resolve(sources.sideOf(name) == Side.CLUSTER ? "clusters" : "nas").resolve(name);
  }

  private static List<Object> read(RecordedEstate estate) {
    List<Object> all = new ArrayList<>();
    for (String source : estate.estate().sources()) {
      for (ObjectKind kind : ObjectKind.of(estate.estate().sideOf(source))) {
        List<InventoryObject> objects = new ArrayList<>();
        Capture capture = estate.read(source, kind, objects::add);
        all.add(capture.part() + " " + capture.status() + " " + capture.rows());
        all.addAll(objects);
      }
    }
    return all;
  }

  @Test
  void recordingOfTheDemoIsReadAsTheDemo() throws IOException {
    Path demo = unpackDemo();
    RecordedEstate original = RecordedEstate.open(demo, NOW);
    Path bundle = folder.resolve("bundle");

    EstateRecorder recorder = EstateRecorder.begin(bundle, original.estate(), false);
    List<Recorded> recorded = new ArrayList<>();
    for (String name : original.estate().sources()) {
      recorded.add(
          recorder.record(
              name,
              new ReplayedSource(
                  folder(demo, original.estate(), name), original.estate().sideOf(name))));
    }
    recorder.end("poolkeeper test");

    assertThat(recorded).allSatisfy(source -> assertThat(source.problems()).isEmpty());
    RecordedEstate copy = RecordedEstate.open(bundle, NOW);
    assertThat(copy.problems()).isEmpty();
    assertThat(copy.estate()).isEqualTo(original.estate());
    assertThat(read(copy)).isEqualTo(read(original)).hasSizeGreaterThan(500);
  }

  @Test
  void nobodyElseMayReadIt() throws IOException {
    Path bundle = folder.resolve("bundle");
    EstateRecorder recorder = EstateRecorder.begin(bundle, small(), false);
    Files.createDirectories(folder.resolve("source"));
    Files.writeString(folder.resolve("source/pool.query.json"), "[{\"name\": \"tank\"}]");
    Recorded unused =
        recorder.record("nas1", new ReplayedSource(folder.resolve("source"), Side.NAS));
    recorder.end("poolkeeper test");

    try (Stream<Path> tree = Files.walk(bundle)) {
      for (Path path : tree.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
    assertThat(bundle.resolve("nas/nas1/pool.query.json")).hasContent("[\n{\"name\":\"tank\"}\n]");
  }

  @Test
  void whatCannotBeReadHasNoFile() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("pool.query.json"), "[{\"name\": \"tank\"}, {\"name\":");
    Files.writeString(source.resolve("sharing.nfs.query.json"), "[]");
    Path bundle = folder.resolve("bundle");

    Recorded recorded =
        EstateRecorder.begin(bundle, small(), false)
            .record("nas1", new ReplayedSource(source, Side.NAS));

    assertThat(recorded.problems()).hasSize(1);
    assertThat(recorded.problems().get(0).where()).startsWith("pool.query");
    assertThat(bundle.resolve("nas/nas1/pool.query.json")).doesNotExist();
    assertThat(bundle.resolve("nas/nas1/pool.query.json.partial")).exists();
    assertThat(bundle.resolve("nas/nas1/sharing.nfs.query.json")).hasContent("[\n\n]");
    assertThat(bundle.resolve("nas/nas1/sharing.smb.query.json")).doesNotExist();
  }

  @Test
  void foldersOfOthersAndEarlierRecordingsAreLeftAlone() throws IOException {
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> EstateRecorder.begin(foreign, small(), true))
        .isInstanceOf(NotForRecording.class)
        .hasMessageContaining("not recorded by poolkeeper");
    assertThat(foreign.resolve("thesis.txt")).hasContent("mine");

    Path bundle = folder.resolve("bundle");
    EstateRecorder.begin(bundle, small(), false).end("poolkeeper test");
    assertThatThrownBy(() -> EstateRecorder.begin(bundle, small(), false))
        .isInstanceOf(NotForRecording.class)
        .hasMessageContaining("--force");
    Files.createDirectories(bundle.resolve("nas/old"));
    Files.writeString(bundle.resolve("nas/old/pool.query.json"), "[]");
    EstateRecorder.begin(bundle, small(), true).end("poolkeeper test");
    assertThat(bundle.resolve("nas/old")).doesNotExist();
  }

  @Test
  void recordingThatNeverEndedMayBeReplaced() {
    Path bundle = folder.resolve("bundle");
    EstateRecorder unused = EstateRecorder.begin(bundle, small(), false);
    assertThat(bundle.resolve("estate.json")).doesNotExist();

    EstateRecorder.begin(bundle, small(), true).end("poolkeeper test");

    assertThat(RecordedEstate.open(bundle, NOW).estate()).isEqualTo(small());
  }

  @Test
  void everyAnswerHasItsListOfHarmlessFields() {
    RecordedFields fields = RecordedFields.load();
    for (ObjectKind kind : ObjectKind.values()) {
      List<String> names =
          kind.side() == Side.NAS ? TrueNasMethods.of(kind) : List.of(kind.plural());
      names.stream()
          .filter(name -> !name.equals("system.host_id"))
          .forEach(name -> assertThat(fields.of(name)).as(name).isPresent());
    }
    assertThat(fields.of(TrueNasMethods.USER_PROPERTIES)).isPresent();
  }
}
