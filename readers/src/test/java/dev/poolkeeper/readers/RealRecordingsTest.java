package dev.poolkeeper.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.PoolScan;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.recorded.EstateFolder;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Recordings of real systems, which are not part of this project: read where they lie. */
class RealRecordingsTest {

  @TempDir Path directory;
  private Path recordings;

  @BeforeEach
  void find() {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .limit(4)
            .map(folder -> folder.resolve("shared/recorded"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(found.isPresent(), "no folder shared/recorded beside the checkout: skipped");
    recordings = found.orElseThrow();
  }

  private Read read(ObjectKind kind, String... methods) throws IOException {
    EstateFolder folder = new EstateFolder(directory);
    for (String method : methods) {
      folder.file(
          "nas/nas1/" + method + ".json",
          Files.readAllBytes(recordings.resolve("nas-25.10.1/" + method + ".json")));
    }
    Read read = folder.read(kind);
    assertThat(read.capture().problems()).isEmpty();
    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    return read;
  }

  @Test
  void systemOf25101() throws IOException {
    assertThat(read(ObjectKind.NAS_SYSTEM, "system.info").only(NasSystem.class))
        .isEqualTo(
            new NasSystem(
                "nas1",
                "25.10.1",
                "truenas",
                Optional.of("America/Los_Angeles"),
                Optional.of(Instant.ofEpochSecond(1_775_843_390))));
  }

  @Test
  void poolOf25101() throws IOException {
    assertThat(read(ObjectKind.POOL, "pool.query").only(Pool.class))
        .isEqualTo(
            new Pool(
                "nas1",
                "default",
                "14266138055396837770",
                "ONLINE",
                true,
                "20",
                Optional.of(
                    new PoolScan(
                        "SCRUB", "FINISHED", Optional.of(Instant.ofEpochSecond(1_775_399_792)), 0)),
                SpaceUsage.ofCapacity(
                    OptionalLong.of(1_287_345_840_128L),
                    OptionalLong.of(4_691_248_635_904L),
                    OptionalLong.of(5_978_594_476_032L))));
  }

  @Test
  void datasetsOf25101() throws IOException {
    Path recording = recordings.resolve("nas-25.10.1/pool.dataset.query.json");
    List<String> ids = new YAMLMapper().readTree(recording).findValuesAsString("id");

    List<Dataset> datasets =
        read(ObjectKind.DATASET, "system.info", "pool.dataset.query").all(Dataset.class);

    assertThat(datasets).extracting(Dataset::id).containsExactlyInAnyOrderElementsOf(ids);
    Dataset root = datasets.get(datasets.size() - 1);
    assertThat(root.id()).isEqualTo("default");
    assertThat(root.mountpoint()).contains("/mnt/default");
    assertThat(root.usage().availableBytes()).hasValue(2_739_396_052_608L);
    assertThat(root.createdAt()).isPresent();
    assertThat(datasets)
        .filteredOn(dataset -> dataset.type() == DatasetType.VOLUME)
        .isNotEmpty()
        .allSatisfy(zvol -> assertThat(zvol.usage().capacityBytes()).isPresent());
  }

  @Test
  void persistentVolumesOfDemocraticCsi() throws IOException {
    Path recording = recordings.resolve("kubernetes/persistentvolumes.yaml");
    List<JsonNode> documents =
        new YAMLMapper()
            .readerFor(JsonNode.class)
            .<JsonNode>readValues(Files.readAllBytes(recording))
            .readAll();

    List<? extends InventoryObject> objects =
        documents.stream()
            .map(json -> new Row("prod-a", EstateFolder.CAPTURED, json))
            .flatMap(
                row -> KubernetesKind.of(ObjectKind.PERSISTENT_VOLUME).mapper().map(row).stream())
            .toList();

    assertThat(objects).hasSize(6);
    List<PersistentVolume> volumes = objects.stream().map(PersistentVolume.class::cast).toList();
    assertThat(volumes)
        .allSatisfy(
            volume -> {
              assertThat(volume.source().driver()).isEqualTo("nfs");
              assertThat(volume.source().handle()).isEqualTo(volume.name());
              assertThat(volume.source().attribute("share").orElse("")).endsWith(volume.name());
              assertThat(volume.capacityBytes()).isPresent();
              assertThat(volume.claim()).isPresent();
              assertThat(volume.createdAt()).isBefore(EstateFolder.CAPTURED);
            });
    assertThat(volumes)
        .filteredOn(volume -> !volume.name().equals("pvc-" + volume.claim().orElseThrow().uid()))
        .hasSize(2);
  }
}
