package dev.poolkeeper.readers.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ClaimBackup;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VeleroBackup;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.readers.recorded.EstateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of KubeVirt, CDI, VolSync and Velero, as their custom resources are. */
class AddOnsReadTest {

  @TempDir Path directory;

  private EstateFolder.Read read(ObjectKind kind, String version, String name, String rest) {
    EstateFolder.Read read =
        new EstateFolder(directory)
            .cluster(
                kind.plural(),
                "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": {\"name\": \"x\", \"namespace\": \"media\"}, %s}"
                    .formatted(version, name, rest))
            .read(kind);
    assertThat(read.capture().problems()).isEmpty();
    return read;
  }

  private static AddOnObject object(ObjectKind kind, List<String> claims, List<String> snapshots) {
    return new AddOnObject(kind, "prod-a", "media", "x", claims, snapshots);
  }

  @Test
  void machineInstanceNeedsTheClaimsOfItsVolumes() {
    assertThat(
            read(
                    ObjectKind.VIRTUAL_MACHINE_INSTANCE,
                    "kubevirt.io/v1",
                    "VirtualMachineInstance",
                    """
                    "spec": {"volumes": [
                      {"name": "a", "persistentVolumeClaim": {"claimName": "root"}},
                      {"name": "b", "dataVolume": {"name": "data"}},
                      {"name": "c", "cloudInitNoCloud": {"userData": "password: x"}}]}\
                    """)
                .only(AddOnObject.class))
        .isEqualTo(
            object(
                ObjectKind.VIRTUAL_MACHINE_INSTANCE,
                List.of("media/root", "media/data"),
                List.of()));
  }

  @Test
  void dataVolumeNeedsItsClaimAndItsSourceUntilItIsFilled() {
    String spec =
        """
        "spec": {"source": {"pvc": {"namespace": "images", "name": "fedora"}}}, "status": {"phase": "%s"}\
        """;
    assertThat(
            read(
                    ObjectKind.DATA_VOLUME,
                    "cdi.kubevirt.io/v1beta1",
                    "DataVolume",
                    spec.formatted("CloneInProgress"))
                .only(AddOnObject.class))
        .isEqualTo(object(ObjectKind.DATA_VOLUME, List.of("media/x", "images/fedora"), List.of()));
    assertThat(
            read(
                    ObjectKind.DATA_VOLUME,
                    "cdi.kubevirt.io/v1beta1",
                    "DataVolume",
                    spec.formatted("Succeeded"))
                .only(AddOnObject.class))
        .isEqualTo(object(ObjectKind.DATA_VOLUME, List.of(), List.of()));
  }

  @Test
  void dataSourceNeedsItsImageAlways() {
    assertThat(
            read(
                    ObjectKind.DATA_SOURCE,
                    "cdi.kubevirt.io/v1beta1",
                    "DataSource",
                    "\"spec\": {\"source\": {\"snapshot\": {\"namespace\": \"images\", \"name\":"
                        + " \"f\"}}}")
                .only(AddOnObject.class))
        .isEqualTo(object(ObjectKind.DATA_SOURCE, List.of(), List.of("images/f")));
  }

  @Test
  void replicationSourceNeedsItsClaimAndItsCache() {
    assertThat(
            read(
                    ObjectKind.REPLICATION_SOURCE,
                    "volsync.backube/v1alpha1",
                    "ReplicationSource",
                    "\"spec\": {\"sourcePVC\": \"data\", \"restic\": {\"repository\": \"secret\"}}")
                .only(AddOnObject.class))
        .isEqualTo(
            object(
                ObjectKind.REPLICATION_SOURCE,
                List.of(
                    "media/data",
                    "media/volsync-src-x-cache",
                    "media/volsync-x-cache",
                    "media/volsync-x-src"),
                List.of()));
  }

  @Test
  void replicationDestinationNeedsItsClaimAndItsLatestImage() {
    assertThat(
            read(
                    ObjectKind.REPLICATION_DESTINATION,
                    "volsync.backube/v1alpha1",
                    "ReplicationDestination",
                    """
                    "spec": {"rsyncTLS": {"destinationPVC": "copy", "keySecret": "k"}},
                    "status": {"latestImage": {"apiGroup": "snapshot.storage.k8s.io",
                      "kind": "VolumeSnapshot", "name": "volsync-x-dst-1"}}\
                    """)
                .only(AddOnObject.class))
        .isEqualTo(
            object(
                ObjectKind.REPLICATION_DESTINATION,
                List.of(
                    "media/copy",
                    "media/volsync-dst-x-cache",
                    "media/volsync-x-cache",
                    "media/volsync-x-dst",
                    "media/volsync-x-dest"),
                List.of("media/volsync-x-dst-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"New", "Accepted", "Prepared", "InProgress", "Canceling"})
  void dataMoverNeedsWhatItMovesWhileItDoes(String phase) {
    assertThat(upload(phase))
        .isEqualTo(
            object(ObjectKind.DATA_UPLOAD, List.of("shop/data"), List.of("shop/velero-data-1")));
    assertThat(download(phase))
        .isEqualTo(object(ObjectKind.DATA_DOWNLOAD, List.of("shop/data"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Completed", "Failed", "Canceled"})
  void dataMoverThatHasEndedNeedsNothing(String phase) {
    assertThat(upload(phase)).isEqualTo(object(ObjectKind.DATA_UPLOAD, List.of(), List.of()));
    assertThat(download(phase)).isEqualTo(object(ObjectKind.DATA_DOWNLOAD, List.of(), List.of()));
  }

  private AddOnObject upload(String phase) {
    return read(
            ObjectKind.DATA_UPLOAD,
            "velero.io/v2alpha1",
            "DataUpload",
            """
            "spec": {"sourceNamespace": "shop", "sourcePVC": "data", "snapshotType": "CSI",
              "csiSnapshot": {"volumeSnapshot": "velero-data-1", "storageClass": "nfs"}},
            "status": {"phase": "%s"}\
            """
                .formatted(phase))
        .only(AddOnObject.class);
  }

  private AddOnObject download(String phase) {
    return read(
            ObjectKind.DATA_DOWNLOAD,
            "velero.io/v2alpha1",
            "DataDownload",
            """
            "spec": {"targetVolume": {"namespace": "shop", "pvc": "data", "pv": ""}},
            "status": {"phase": "%s"}\
            """
                .formatted(phase))
        .only(AddOnObject.class);
  }

  private VeleroBackup backup(String spec) {
    return read(
            ObjectKind.VELERO_BACKUP,
            "velero.io/v1",
            "Backup",
            """
            "spec": {%s}, "status": {"phase": "Completed", "startTimestamp": "2026-02-10T02:00:00Z",
              "completionTimestamp": "2026-02-10T02:05:00Z", "expiration": "2026-03-12T02:00:00Z"}\
            """
                .formatted(spec))
        .only(VeleroBackup.class);
  }

  @Test
  void backupMayKeepSnapshotsUnlessItMovedThemOrTookNone() {
    assertThat(backup("\"ttl\": \"720h0m0s\""))
        .isEqualTo(
            new VeleroBackup(
                "prod-a",
                "media",
                "x",
                "Completed",
                Optional.of(Instant.parse("2026-02-10T02:00:00Z")),
                Optional.of(Instant.parse("2026-02-10T02:05:00Z")),
                true,
                List.of(),
                List.of(),
                Optional.of("720h0m0s"),
                Optional.of(Instant.parse("2026-03-12T02:00:00Z"))));
    assertThat(backup("\"snapshotMoveData\": true").snapshots()).isFalse();
    assertThat(backup("\"snapshotVolumes\": false").snapshots()).isFalse();
  }

  @Test
  void backupSaysWhichNamespacesItIncludes() {
    VeleroBackup backup =
        backup(
            "\"includedNamespaces\": [\"shop\", \"media\"], \"excludedNamespaces\": [\"media\"]");

    assertThat(backup.includes("shop")).isTrue();
    assertThat(backup.includes("media")).isFalse();
    assertThat(backup.includes("wiki")).isFalse();
    assertThat(backup("\"includedNamespaces\": [\"*\"]").includes("wiki")).isTrue();
    assertThat(backup("\"ttl\": \"720h\"").includes("wiki")).isTrue();
  }

  @Test
  void moversSayWhichClaimTheyHaveACopyOf() {
    AddOnObject source =
        read(
                ObjectKind.REPLICATION_SOURCE,
                "volsync.backube/v1alpha1",
                "ReplicationSource",
                """
                "spec": {"sourcePVC": "data"}, "status": {"lastSyncTime": "2026-02-10T03:00:00Z"}\
                """)
            .only(AddOnObject.class);
    AddOnObject upload =
        read(
                ObjectKind.DATA_UPLOAD,
                "velero.io/v2alpha1",
                "DataUpload",
                """
                "spec": {"sourceNamespace": "shop", "sourcePVC": "data"},
                "status": {"phase": "Completed", "startTimestamp": "2026-02-10T02:00:00Z",
                  "completionTimestamp": "2026-02-10T04:00:00Z"}\
                """)
            .only(AddOnObject.class);

    assertThat(source.backup())
        .contains(new ClaimBackup("media/data", Instant.parse("2026-02-10T03:00:00Z")));
    assertThat(upload.backup())
        .contains(new ClaimBackup("shop/data", Instant.parse("2026-02-10T02:00:00Z")));
  }

  @Test
  void backupOfAnotherToolIsNotVeleros() {
    EstateFolder.Read read =
        new EstateFolder(directory)
            .cluster(
                "backups.velero.io",
                "{\"apiVersion\": \"longhorn.io/v1beta2\", \"kind\": \"Backup\", \"metadata\":"
                    + " {\"name\": \"x\", \"namespace\": \"y\"}}")
            .read(ObjectKind.VELERO_BACKUP);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//10.0.0.5/media/films", "//10.0.0.5/media/films/", "//10.0.0.5//media/films"})
  void csiDriverSmbSpeaksTheDialectOfDemocraticCsi(String source) {
    VolumeSource volume =
        new EstateFolder(directory)
            .cluster(
                "persistentvolumes",
                """
                {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "films"},
                 "spec": {"csi": {"driver": "smb.csi.k8s.io", "volumeHandle": "films",
                   "volumeAttributes": {"source": "%s"}}}}\
                """
                    .formatted(source))
            .read(ObjectKind.PERSISTENT_VOLUME)
            .only(PersistentVolume.class)
            .source();

    assertThat(volume.attributes())
        .isEqualTo(
            Map.of(
                "source", source,
                "node_attach_driver", "smb",
                "server", "10.0.0.5",
                "share", "media/films"));
  }
}
