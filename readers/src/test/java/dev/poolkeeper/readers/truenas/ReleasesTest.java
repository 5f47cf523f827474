package dev.poolkeeper.readers.truenas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.Encryption;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.PoolScan;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.readers.recorded.EstateFolder;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets, pools and systems in the shapes of each release. */
class ReleasesTest {

  private static final String NAME = "democratic-csi:csi_volume_name";
  private static final Instant CREATED = Instant.ofEpochSecond(1_750_000_000);

  @TempDir Path directory;
  private EstateFolder folder;

  @BeforeEach
  void estate() {
    folder = new EstateFolder(directory);
  }

  private Read read(ObjectKind kind) {
    Read read = folder.read(kind);
    assertThat(read.capture().problems()).isEmpty();
    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    return read;
  }

  private void version(String version) {
    folder.nas("system.info", "{\"version\": \"" + version + "\"}");
  }

  static String property(String name, String raw, String source) {
    return """
    "%s": {"parsed": null, "rawvalue": "%s", "value": "1.2 GiB", "source": "%s", "source_info": null}"""
        .formatted(name, raw, source);
  }

  private static SpaceUsage usage(long... figures) {
    OptionalLong[] told = new OptionalLong[7];
    for (int index = 0; index < told.length; index++) {
      told[index] = figures[index] < 0 ? OptionalLong.empty() : OptionalLong.of(figures[index]);
    }
    return new SpaceUsage(told[0], told[1], told[2], told[3], told[4], told[5], told[6]);
  }

  @Test
  void core13TellsNeitherCreationNorUserPropertiesWithItsDatasets() {
    version("TrueNAS-13.0-U6.1");
    folder
        .nas(
            "pool.dataset.query",
            """
            [{"id": "tank", "name": "tank", "pool": "tank", "type": "FILESYSTEM",
              "mountpoint": "/mnt/tank", "locked": false, %s, %s, "children": [
               {"id": "tank/pvc-1", "name": "tank/pvc-1", "type": "VOLUME", "mountpoint": null,
                "locked": false, %s, %s, "children": []}]}]"""
                .formatted(
                    property("used", "100", "NONE"),
                    property("available", "900", "NONE"),
                    property("used", "40", "NONE"),
                    property("volsize", "1073741824", "LOCAL")))
        .nas(
            "pool.dataset.userprop.query",
            """
            [{"id": "tank/pvc-1", "properties": {"%s": {"value": "pvc-1", "rawvalue": "pvc-1",
              "source": "LOCAL", "parsed": "pvc-1"}, "mine:secret": {"value": "x"}}}]"""
                .formatted(NAME));

    List<Dataset> datasets = read(ObjectKind.DATASET).all(Dataset.class);

    assertThat(datasets)
        .containsExactly(
            new Dataset(
                "nas1",
                "tank/pvc-1",
                DatasetType.VOLUME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Encryption.UNKNOWN,
                Optional.empty(),
                Map.of(NAME, new UserProperty("pvc-1", PropertySource.LOCAL)),
                usage(40, -1, -1, -1, -1, -1, 1L << 30)),
            new Dataset(
                "nas1",
                "tank",
                DatasetType.FILESYSTEM,
                Optional.of("/mnt/tank"),
                Optional.empty(),
                Optional.empty(),
                Encryption.UNKNOWN,
                Optional.empty(),
                Map.of(),
                usage(100, 900, -1, -1, -1, -1, -1)));
  }

  @Test
  void core13UserPropertiesThatCannotBeReadMakeTheDatasetsPartial() {
    folder
        .nas("pool.dataset.query", "[{\"id\": \"tank\", \"type\": \"FILESYSTEM\"}]")
        .nas("pool.dataset.userprop.query", "[{\"id\": \"tank\", ");

    Read read = folder.read(ObjectKind.DATASET);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(read.capture().problems().get(0).where())
        .startsWith("nas/nas1/pool.dataset.userprop.query.json");
  }

  @Test
  void core13PoolsTellNoSizes() {
    folder.nas(
        "pool.query",
        """
        [{"id": 1, "name": "tank", "guid": "14266138055396837770", "encrypt": 0, "status": "ONLINE",
          "healthy": true, "is_decrypted": true}]""");

    assertThat(read(ObjectKind.POOL).only(Pool.class))
        .isEqualTo(
            new Pool(
                "nas1",
                "tank",
                "14266138055396837770",
                "ONLINE",
                true,
                "",
                Optional.empty(),
                SpaceUsage.UNKNOWN));
  }

  private String fileSystem(String source) {
    return """
    [{"id": "tank/pvc-1", "name": "tank/pvc-1", "pool": "tank", "type": "FILESYSTEM",
      "mountpoint": "/mnt/tank/pvc-1", "encrypted": true, "key_loaded": false, "locked": true,
      "user_properties": {"%s": {"value": "pvc-1", "rawvalue": "pvc-1", "parsed": "pvc-1",
        "source": "%s"}, "comments": {"value": "x"}}, "children": [], %s, %s, %s, %s, %s, %s, %s, %s,
      %s, "creation": {"parsed": {"$date": 1750000000000}, "rawvalue": "1750000000",
        "value": "Sun Jun 15 17:06 2025", "source": "NONE"},
      "readonly": {"parsed": false, "rawvalue": "off", "value": "OFF", "source": "DEFAULT"},
      "origin": {"parsed": "", "rawvalue": "", "value": "", "source": "NONE"}}]"""
        .formatted(
            NAME,
            source,
            property("used", "70", "NONE"),
            property("available", "30", "NONE"),
            property("usedbydataset", "50", "NONE"),
            property("usedbysnapshots", "20", "NONE"),
            property("usedbychildren", "0", "NONE"),
            property("usedbyrefreservation", "5", "NONE"),
            property("refquota", "0", "DEFAULT"),
            property("quota", "5368709120", "LOCAL"),
            property("reservation", "0", "DEFAULT"));
  }

  private static Dataset expectedFileSystem(PropertySource source) {
    return new Dataset(
        "nas1",
        "tank/pvc-1",
        DatasetType.FILESYSTEM,
        Optional.of("/mnt/tank/pvc-1"),
        Optional.of(CREATED),
        Optional.empty(),
        Encryption.LOCKED,
        Optional.of(false),
        Map.of(NAME, new UserProperty("pvc-1", source)),
        usage(70, 30, 50, 20, 0, 5, 5L << 30));
  }

  @Test
  void scale2212To2504TellWhereAUserPropertyComesFrom() {
    for (String version :
        List.of("TrueNAS-SCALE-22.12.4.2", "TrueNAS-SCALE-24.10.2", "25.04.2.6")) {
      version(version);
      folder.nas("pool.dataset.query", fileSystem("RECEIVED"));

      assertThat(read(ObjectKind.DATASET).only(Dataset.class))
          .isEqualTo(expectedFileSystem(PropertySource.RECEIVED));
    }
  }

  @Test
  void from2510OnTheSourceOfAUserPropertyIsUnknown() {
    version("25.10.1");
    folder.nas("pool.dataset.query", fileSystem("LOCAL"));

    assertThat(read(ObjectKind.DATASET).only(Dataset.class))
        .isEqualTo(expectedFileSystem(PropertySource.UNKNOWN));
  }

  @Test
  void withoutAReleaseTheSourceIsAsAnswered() {
    folder.nas("pool.dataset.query", fileSystem("LOCAL"));

    assertThat(read(ObjectKind.DATASET).only(Dataset.class))
        .isEqualTo(expectedFileSystem(PropertySource.LOCAL));
  }

  @Test
  void from2510OnNestedRowsAreRepeatedAndCountOnce() {
    String leaf = "{\"id\": \"tank/a/b\", \"type\": \"FILESYSTEM\", \"children\": []}";
    String middle = "{\"id\": \"tank/a\", \"type\": \"FILESYSTEM\", \"children\": [" + leaf + "]}";
    folder.nas(
        "pool.dataset.query",
        "[{\"children\": ["
            + middle
            + "], \"id\": \"tank\", \"type\": \"FILESYSTEM\", \"mountpoint\": \"none\"},"
            + middle
            + ","
            + leaf
            + "]");

    assertThat(read(ObjectKind.DATASET).all(Dataset.class))
        .extracting(Dataset::id)
        .containsExactly("tank/a/b", "tank/a", "tank");
    assertThat(read(ObjectKind.DATASET).all(Dataset.class).get(2).mountpoint()).isEmpty();
  }

  @Test
  void resourceDialectOf2510And26() {
    version("26.0.0");
    folder.nas(
        "zfs.resource.query",
        """
        [{"createtxg": 918273, "guid": 14266138055396837770, "name": "tank/pvc-aa", "pool": "tank",
          "type": "VOLUME", "properties": {
            "volsize": {"raw": "10737418240", "value": 10737418240, "source": null},
            "used": {"raw": "9223372036854775808", "value": 9223372036854775808, "source": null},
            "referenced": {"raw": "9007199254740993", "value": 9007199254740993, "source": null},
            "creation": {"raw": "1750000000", "value": 1750000000, "source": null},
            "readonly": {"raw": "on", "value": true, "source": {"type": "LOCAL", "value": null}},
            "keystatus": {"raw": "unavailable", "value": "unavailable", "source": null},
            "origin": {"raw": "tank/src@s", "value": "TANK/SRC@S", "source": null}},
          "user_properties": {"democratic-csi:csi_volume_name": "pvc-aa"}, "children": null}]""");

    assertThat(read(ObjectKind.DATASET).only(Dataset.class))
        .isEqualTo(
            new Dataset(
                "nas1",
                "tank/pvc-aa",
                DatasetType.VOLUME,
                Optional.empty(),
                Optional.of(CREATED),
                Optional.of("tank/src@s"),
                Encryption.LOCKED,
                Optional.of(true),
                Map.of(NAME, new UserProperty("pvc-aa", PropertySource.UNKNOWN)),
                usage(-1, -1, 9_007_199_254_740_993L, -1, -1, -1, 10_737_418_240L)));
  }

  @Test
  void encryptionIsToldByFlagsOrByProperties() {
    assertThat(encryption("\"encrypted\": true, \"locked\": false")).isEqualTo(Encryption.UNLOCKED);
    assertThat(encryption("\"encrypted\": true, \"locked\": true")).isEqualTo(Encryption.LOCKED);
    assertThat(encryption("\"encrypted\": false, \"locked\": false")).isEqualTo(Encryption.NONE);
    assertThat(encryption("\"encrypted\": null")).isEqualTo(Encryption.UNKNOWN);
    String cipher = "\"properties\": {\"encryption\": {\"raw\": \"%s\", \"value\": \"%s\"}}";
    assertThat(encryption(cipher.formatted("off", "off"))).isEqualTo(Encryption.NONE);
    assertThat(encryption(cipher.formatted("aes-256-gcm", "aes-256-gcm")))
        .isEqualTo(Encryption.UNLOCKED);
    assertThat(
            encryption(
                "\"properties\": {\"encryption\": {\"raw\": \"aes-256-gcm\"},"
                    + " \"keystatus\": {\"raw\": \"unavailable\"}}"))
        .isEqualTo(Encryption.LOCKED);
    assertThat(encryption("\"properties\": {\"keystatus\": {\"raw\": \"available\"}}"))
        .isEqualTo(Encryption.UNLOCKED);
    assertThat(encryption("\"properties\": {\"keystatus\": {\"raw\": \"none\"}}"))
        .isEqualTo(Encryption.UNKNOWN);
  }

  private Encryption encryption(String told) {
    folder.nas(
        "pool.dataset.query",
        "[{\"id\": \"tank/a\", \"type\": \"FILESYSTEM\", %s}]".formatted(told));
    return read(ObjectKind.DATASET).only(Dataset.class).encryption();
  }

  @Test
  void anExportedPoolTellsOnlyItsName() {
    folder.nas(
        "pool.query",
        """
        [{"id": 2, "name": "old", "guid": 14266138055396837770, "status": "OFFLINE",
          "healthy": false, "size": null, "allocated": null, "free": null, "fragmentation": null},
         {"id": 1, "name": "tank", "guid": "77", "status": "ONLINE", "healthy": true, "size": 100,
          "allocated": 60, "free": "40", "fragmentation": "12",
          "scan": {"function": "SCRUB", "state": "FINISHED", "end_time": {"$date": 1754810000000},
           "errors": 2}}]""");

    assertThat(read(ObjectKind.POOL).all(Pool.class))
        .containsExactly(
            new Pool(
                "nas1",
                "old",
                "14266138055396837770",
                "OFFLINE",
                false,
                "",
                Optional.empty(),
                SpaceUsage.UNKNOWN),
            new Pool(
                "nas1",
                "tank",
                "77",
                "ONLINE",
                true,
                "12",
                Optional.of(
                    new PoolScan(
                        "SCRUB", "FINISHED", Optional.of(Instant.ofEpochSecond(1_754_810_000)), 2)),
                SpaceUsage.ofCapacity(
                    OptionalLong.of(60), OptionalLong.of(40), OptionalLong.of(100))));
  }

  @Test
  void systemInfoWithItsClock() {
    folder.nas(
        "system.info",
        """
        {"version": "25.10.1", "hostname": "nas", "datetime": {"$date": 1755870000000},
         "timezone": "Europe/Brussels", "license": null}""");

    assertThat(read(ObjectKind.NAS_SYSTEM).only(NasSystem.class))
        .isEqualTo(
            new NasSystem(
                "nas1",
                "25.10.1",
                "nas",
                Optional.of("Europe/Brussels"),
                Optional.of(Instant.ofEpochSecond(1_755_870_000))));
  }
}
