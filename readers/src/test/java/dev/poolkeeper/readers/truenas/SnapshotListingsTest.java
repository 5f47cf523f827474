package dev.poolkeeper.readers.truenas;

import static dev.poolkeeper.readers.truenas.ReleasesTest.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.readers.recorded.EstateFolder;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshot listings in the shapes of each release. */
class SnapshotListingsTest {

  private static final String NAME = "democratic-csi:csi_volume_name";

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

  private static String snapshot(String holds) {
    return """
    [{"id": "tank/pvc-1@s", "name": "tank/pvc-1@s", "pool": "tank", "dataset": "tank/pvc-1",
      "snapshot_name": "s", "type": "SNAPSHOT", "createtxg": "1203344", "properties": {
        "creation": {"value": "Fri Aug 1 3:00 2025", "rawvalue": "1754010000", "source": "NONE",
          "parsed": {"$date": 1754010000000}}, %s, %s,
        "democratic-csi:csi_volume_name": {"value": "pvc-1", "rawvalue": "pvc-1",
          "source": "INHERITED"}}%s}]"""
        .formatted(property("used", "12", "NONE"), property("referenced", "90", "NONE"), holds);
  }

  private static ZfsSnapshot expectedSnapshot(Optional<Boolean> held) {
    return new ZfsSnapshot(
        "nas1",
        "tank/pvc-1",
        "s",
        Optional.of(Instant.ofEpochSecond(1_754_010_000)),
        OptionalLong.of(1_203_344),
        Map.of(NAME, new UserProperty("pvc-1", PropertySource.INHERITED)),
        held,
        false,
        SpaceUsage.ofSnapshot(OptionalLong.of(12), OptionalLong.of(90)));
  }

  @Test
  void snapshotsUpTo2504() {
    version("TrueNAS-SCALE-24.10.2");
    folder.nas("zfs.snapshot.query", snapshot(", \"holds\": {\"keep\": 1754010000}"));

    assertThat(read(ObjectKind.ZFS_SNAPSHOT).only(ZfsSnapshot.class))
        .isEqualTo(expectedSnapshot(Optional.of(true)));
  }

  @Test
  void snapshotsOf2510ShowThatNothingHoldsThem() {
    version("25.10.1");
    folder.nas("pool.snapshot.query", snapshot(", \"holds\": {}"));

    assertThat(read(ObjectKind.ZFS_SNAPSHOT).only(ZfsSnapshot.class))
        .isEqualTo(expectedSnapshot(Optional.of(false)));
  }

  @Test
  void snapshotsOf26HideHoldsOfOthers() {
    version("26.0.0");
    folder.nas("pool.snapshot.query", snapshot(", \"holds\": {}"));

    assertThat(read(ObjectKind.ZFS_SNAPSHOT).only(ZfsSnapshot.class))
        .isEqualTo(expectedSnapshot(Optional.empty()));
  }

  @Test
  void snapshotsInTheResourceDialectOf26() {
    version("26.0.0");
    folder.nas(
        "zfs.resource.snapshot.query",
        """
        [{"createtxg": 1203344, "guid": 77, "name": "tank/a@s", "pool": "tank", "dataset": "tank/a",
          "snapshot_name": "s", "type": "SNAPSHOT", "holds": [], "properties": {
            "creation": {"raw": "1750000000", "value": 1750000000, "source": null},
            "used": {"raw": "12", "value": 12, "source": null},
            "defer_destroy": {"raw": "on", "value": true, "source": null}},
          "user_properties": {"poolkeeper:keep": "audit"}}]""");

    assertThat(read(ObjectKind.ZFS_SNAPSHOT).only(ZfsSnapshot.class))
        .isEqualTo(
            new ZfsSnapshot(
                "nas1",
                "tank/a",
                "s",
                Optional.of(Instant.ofEpochSecond(1_750_000_000)),
                OptionalLong.of(1_203_344),
                Map.of("poolkeeper:keep", new UserProperty("audit", PropertySource.UNKNOWN)),
                Optional.of(false),
                true,
                SpaceUsage.ofSnapshot(OptionalLong.of(12), OptionalLong.empty())));
  }

  @Test
  void userReferencesHoldASnapshot() {
    folder.nas(
        "zfs.snapshot.query",
        "[{\"id\": \"tank@s\", \"properties\": {" + property("userrefs", "2", "NONE") + "}}]");

    assertThat(read(ObjectKind.ZFS_SNAPSHOT).only(ZfsSnapshot.class).held()).contains(true);
  }

  @Test
  void namesOnlyListingsTellNothingElse() {
    folder.nas("pool.snapshot.query", "[{\"name\": \"tank@s\"}]");

    ZfsSnapshot snapshot = read(ObjectKind.ZFS_SNAPSHOT).only(ZfsSnapshot.class);

    assertThat(snapshot.createdAt()).isEmpty();
    assertThat(snapshot.held()).isEmpty();
    assertThat(snapshot.usage()).isEqualTo(SpaceUsage.UNKNOWN);
  }

  @Test
  void thePreferredSnapshotListingWins() {
    folder
        .nas("zfs.snapshot.query", "[{\"name\": \"tank@old\"}]")
        .nas("pool.snapshot.query", "[{\"name\": \"tank@new\"}]");

    assertThat(read(ObjectKind.ZFS_SNAPSHOT).only(ZfsSnapshot.class).name()).isEqualTo("new");
  }

  @Test
  void aRowWhoseNameIsNoSnapshotIsSkipped() {
    folder.nas("pool.snapshot.query", "[{\"name\": \"tank\"}, {\"name\": \"tank@s\"}]");

    Read read = folder.read(ObjectKind.ZFS_SNAPSHOT);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(read.capture().problems().get(0).seen()).isEqualTo("id tank");
  }
}
