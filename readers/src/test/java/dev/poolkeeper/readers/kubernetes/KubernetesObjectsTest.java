package dev.poolkeeper.readers.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.CsiDriver;
import dev.poolkeeper.processors.inventory.CsiNode;
import dev.poolkeeper.processors.inventory.Namespace;
import dev.poolkeeper.processors.inventory.Node;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotClass;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.VolumeStats;
import dev.poolkeeper.readers.recorded.EstateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesObjectsTest {

  private static final Instant CREATED = Instant.parse("2025-06-15T17:06:40Z");

  private static final VolumeSource NFS =
      new VolumeSource("nfs", "", "", Map.of("server", "10.0.0.5", "share", "/mnt/tank/c"));

  @TempDir Path directory;

  private <T> T read(ObjectKind kind, Class<T> type, String item) {
    EstateFolder.Read read = new EstateFolder(directory).cluster(kind.plural(), item).read(kind);
    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    return read.only(type);
  }

  private static String metadata(String kind, String apiVersion, String rest) {
    return """
    {"apiVersion": "%s", "kind": "%s", "metadata": {"name": "x", "namespace": "media", "uid": "u1",
     "creationTimestamp": "2025-06-15T17:06:40Z"}, %s}\
    """
        .formatted(apiVersion, kind, rest);
  }

  @Test
  void persistentVolumeOfACsiDriver() {
    PersistentVolume volume =
        read(
            ObjectKind.PERSISTENT_VOLUME,
            PersistentVolume.class,
            """
            {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "pvc-1", "uid": "u1",
              "creationTimestamp": "2025-06-15T17:06:40Z", "deletionTimestamp": "2025-06-16T00:00:00Z",
              "finalizers": ["kubernetes.io/pv-protection"],
              "annotations": {"helm.sh/resource-policy": "keep"}},
             "spec": {"capacity": {"storage": "5Gi"}, "persistentVolumeReclaimPolicy": "Delete",
              "storageClassName": "nfs-ssd",
              "claimRef": {"namespace": "media", "name": "data", "uid": "c1"},
              "csi": {"driver": "org.democratic-csi.nfs", "volumeHandle": "pvc-1",
               "volumeAttributes": {"node_attach_driver": "nfs", "server": "10.0.0.5",
                "share": "/mnt/tank/k8s/pvc-1", "unknown": "x"}}},
             "status": {"phase": "Released"}}\
            """);

    assertThat(volume)
        .isEqualTo(
            new PersistentVolume(
                "prod-a",
                "pvc-1",
                "u1",
                CREATED,
                Optional.of(Instant.parse("2025-06-16T00:00:00Z")),
                "Released",
                OptionalLong.of(5L << 30),
                "nfs-ssd",
                "Delete",
                Optional.of(new ClaimReference("media", "data", "c1")),
                VolumeSource.csi(
                    "org.democratic-csi.nfs",
                    "pvc-1",
                    Map.of(
                        "node_attach_driver", "nfs",
                        "server", "10.0.0.5",
                        "share", "/mnt/tank/k8s/pvc-1")),
                List.of("kubernetes.io/pv-protection"),
                Optional.of("annotation helm.sh/resource-policy=keep")));
  }

  private VolumeSource source(String spec) {
    return read(
            ObjectKind.PERSISTENT_VOLUME,
            PersistentVolume.class,
            metadata("PersistentVolume", "v1", "\"spec\": {" + spec + "}"))
        .source();
  }

  @Test
  void inTreeVolumesSpeakTheDialectOfDemocraticCsi() {
    assertThat(source("\"nfs\": {\"server\": \"10.0.0.5\", \"path\": \"/mnt/tank/media\"}"))
        .isEqualTo(
            new VolumeSource(
                "nfs", "", "", Map.of("server", "10.0.0.5", "share", "/mnt/tank/media")));
    assertThat(
            source(
                """
                "iscsi": {"targetPortal": "10.0.0.5:3260", "iqn": "iqn.2005-10.org:t", "lun": 0,
                 "portals": ["10.0.0.6", "10.0.0.7"], "secretRef": {"name": "chap"}}\
                """))
        .isEqualTo(
            new VolumeSource(
                "iscsi",
                "",
                "",
                Map.of(
                    "portal", "10.0.0.5:3260",
                    "iqn", "iqn.2005-10.org:t",
                    "lun", "0",
                    "portals", "10.0.0.6,10.0.0.7")));
    assertThat(source("\"local\": {\"path\": \"/disks/a\"}"))
        .isEqualTo(new VolumeSource("local", "", "", Map.of("path", "/disks/a")));
    assertThat(source("\"awsElasticBlockStore\": {\"volumeID\": \"vol-1\"}").type())
        .isEqualTo("awsElasticBlockStore");
  }

  @Test
  void claimIsItsControllersOrElseTheFirstOwners() {
    assertThat(owned("{\"kind\": \"Job\", \"name\": \"j\"}")).contains("Job j");
    assertThat(
            owned(
                """
                {"kind": "Job", "name": "j"},
                {"kind": "Workflow", "name": "w", "controller": true}\
                """))
        .contains("Workflow w");
    assertThat(owned("")).isEmpty();
  }

  private Optional<String> owned(String references) {
    return read(
            ObjectKind.PERSISTENT_VOLUME_CLAIM,
            PersistentVolumeClaim.class,
            """
            {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "x",
             "namespace": "media", "ownerReferences": [%s]}, "spec": {}, "status": {}}\
            """
                .formatted(references))
        .owner();
  }

  @Test
  void persistentVolumeClaim() {
    PersistentVolumeClaim claim =
        read(
            ObjectKind.PERSISTENT_VOLUME_CLAIM,
            PersistentVolumeClaim.class,
            metadata(
                "PersistentVolumeClaim",
                "v1",
                """
                "spec": {"storageClassName": "nfs-ssd", "volumeName": "pvc-1",
                 "resources": {"requests": {"storage": "500M"}}}, "status": {"phase": "Bound"}\
                """));

    assertThat(claim)
        .isEqualTo(
            new PersistentVolumeClaim(
                "prod-a",
                "media",
                "x",
                "u1",
                CREATED,
                Optional.empty(),
                "Bound",
                Optional.of("nfs-ssd"),
                Optional.of("pvc-1"),
                OptionalLong.of(500_000_000),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"annotations", "labels"})
  void claimSaysHowOldItsNewestCopyMayBe(String where) {
    PersistentVolumeClaim claim =
        new EstateFolder(directory)
            .cluster(
                "persistentvolumeclaims",
                """
                {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "x",
                 "namespace": "media", "%s": {"poolkeeper.dev/rpo": "24h"}}, "spec": {}}\
                """
                    .formatted(where))
            .read(ObjectKind.PERSISTENT_VOLUME_CLAIM)
            .only(PersistentVolumeClaim.class);

    assertThat(claim.rpo()).contains("24h");
  }

  @Test
  void podWithClaimsEphemeralAndInlineVolumes() {
    Pod pod =
        read(
            ObjectKind.POD,
            Pod.class,
            metadata(
                "Pod",
                "v1",
                """
                "spec": {"nodeName": "n1", "volumes": [
                  {"name": "a", "persistentVolumeClaim": {"claimName": "data"}},
                  {"name": "scratch", "ephemeral": {"volumeClaimTemplate": {}}},
                  {"name": "c", "nfs": {"server": "10.0.0.5", "path": "/mnt/tank/c"}},
                  {"name": "d", "csi": {"driver": "secrets.csi", "volumeAttributes": {"server": "s"}}},
                  {"name": "e", "configMap": {"name": "e"}}]},
                 "status": {"phase": "Running"}\
                """));

    assertThat(pod)
        .isEqualTo(
            new Pod(
                "prod-a",
                "media",
                "x",
                "Running",
                "n1",
                List.of("data", "x-scratch"),
                List.of(
                    new VolumeSource(
                        "nfs", "", "", Map.of("server", "10.0.0.5", "share", "/mnt/tank/c")),
                    VolumeSource.csi("secrets.csi", "", Map.of("server", "s")))));
  }

  @Test
  void statefulSet() {
    assertThat(
            read(
                ObjectKind.STATEFUL_SET,
                StatefulSet.class,
                metadata(
                    "StatefulSet",
                    "apps/v1",
                    """
                    "spec": {"replicas": 0,
                     "template": {"spec": {"volumes": [
                      {"name": "a", "persistentVolumeClaim": {"claimName": "shared"}},
                      {"name": "b", "nfs": {"server": "10.0.0.5", "path": "/mnt/tank/c"}}]}},
                     "volumeClaimTemplates": [{"metadata": {"name": "data"}}]}\
                    """)))
        .isEqualTo(
            new StatefulSet(
                "prod-a", "media", "x", 0, List.of("data"), List.of("shared"), List.of(NFS)));
  }

  @Test
  void storageClassDefaultsAreThoseOfKubernetes() {
    assertThat(
            read(
                ObjectKind.STORAGE_CLASS,
                StorageClass.class,
                metadata(
                    "StorageClass",
                    "storage.k8s.io/v1",
                    """
                    "provisioner": "p",
                    "parameters": {"protocol": "nfs", "iscsi.chapSecret": "x"}\
                    """)))
        .isEqualTo(
            new StorageClass("prod-a", "x", "p", "Delete", "Immediate", Map.of("protocol", "nfs")));
  }

  @Test
  void volumeAttachment() {
    assertThat(
            read(
                ObjectKind.VOLUME_ATTACHMENT,
                VolumeAttachment.class,
                metadata(
                    "VolumeAttachment",
                    "storage.k8s.io/v1",
                    """
                    "spec": {"attacher": "d", "nodeName": "n1",
                     "source": {"persistentVolumeName": "pvc-1"}}, "status": {"attached": true}\
                    """)))
        .isEqualTo(new VolumeAttachment("prod-a", "x", "d", "n1", Optional.of("pvc-1"), true));
  }

  @Test
  void volumeSnapshotAndItsClass() {
    assertThat(
            read(
                ObjectKind.VOLUME_SNAPSHOT,
                VolumeSnapshot.class,
                metadata(
                    "VolumeSnapshot",
                    "snapshot.storage.k8s.io/v1",
                    """
                    "spec": {"source": {"persistentVolumeClaimName": "data"}},
                    "status": {"boundVolumeSnapshotContentName": "sc-1", "readyToUse": true,
                     "error": {"message": "dataset is busy"}}\
                    """)))
        .isEqualTo(
            new VolumeSnapshot(
                "prod-a",
                "media",
                "x",
                "u1",
                CREATED,
                Optional.empty(),
                Optional.of("data"),
                Optional.of("sc-1"),
                true,
                Optional.of("dataset is busy"),
                List.of(),
                Optional.empty()));
    assertThat(
            read(
                ObjectKind.VOLUME_SNAPSHOT_CLASS,
                VolumeSnapshotClass.class,
                metadata(
                    "VolumeSnapshotClass",
                    "snapshot.storage.k8s.io/v1",
                    "\"driver\": \"d\", \"deletionPolicy\": \"Retain\"")))
        .isEqualTo(new VolumeSnapshotClass("prod-a", "x", "d", "Retain"));
  }

  private VolumeSnapshotContent content(String version, String rest) {
    return read(
        ObjectKind.VOLUME_SNAPSHOT_CONTENT,
        VolumeSnapshotContent.class,
        metadata("VolumeSnapshotContent", "snapshot.storage.k8s.io/" + version, rest));
  }

  @Test
  void snapshotContentMadeByADriver() {
    assertThat(
            content(
                "v1",
                """
                "spec": {"driver": "d", "deletionPolicy": "Delete",
                 "source": {"volumeHandle": "pvc-1"}, "volumeSnapshotClassName": "c",
                 "volumeSnapshotRef": {"namespace": "media", "name": "s", "uid": "su"}},
                "status": {"snapshotHandle": "pvc-1@s", "restoreSize": 9223372036854775807,
                 "readyToUse": true, "error": {"message": "login with token abc failed"}}\
                """))
        .isEqualTo(
            new VolumeSnapshotContent(
                "prod-a",
                "x",
                CREATED,
                Optional.empty(),
                "d",
                "Delete",
                Optional.of("pvc-1@s"),
                Optional.of("pvc-1"),
                "media",
                "s",
                Optional.of("su"),
                OptionalLong.of(Long.MAX_VALUE),
                true,
                Optional.of("c"),
                Optional.of("not shown: it may hold a secret"),
                List.of(),
                Optional.empty()));
  }

  @Test
  void snapshotContentMadeByHandInTheOlderVersion() {
    VolumeSnapshotContent content =
        content("v1beta1", "\"spec\": {\"source\": {\"snapshotHandle\": \"tank/a@s\"}}");

    assertThat(content.handle()).contains("tank/a@s");
    assertThat(content.sourceVolumeHandle()).isEmpty();
    assertThat(content.snapshotUid()).isEmpty();
    assertThat(content.restoreSizeBytes()).isEmpty();
    assertThat(content.ready()).isFalse();
  }

  @Test
  void aNamespaceTellsWhoAnswersForIt() {
    String both =
        "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"x\", \"uid\":"
            + " \"u1\", \"labels\": {\"team\": \"media\", \"poolkeeper.dev/owner\": \"  \"},"
            + " \"annotations\": {\"openshift.io/requester\": \"ann\"}}}";

    assertThat(read(ObjectKind.NAMESPACE, Namespace.class, both).owner())
        .hasValue(new Owner("media", "label team"));
    assertThat(
            read(ObjectKind.NAMESPACE, Namespace.class, both.replace("\"team\"", "\"tier\""))
                .owner())
        .hasValue(new Owner("ann", "annotation openshift.io/requester"));
  }

  @Test
  void smallKinds() {
    assertThat(read(ObjectKind.NAMESPACE, Namespace.class, metadata("Namespace", "v1", "\"a\": 1")))
        .isEqualTo(new Namespace("prod-a", "x", "u1", Optional.of(CREATED)));
    assertThat(read(ObjectKind.NODE, Node.class, metadata("Node", "v1", "\"a\": 1")))
        .isEqualTo(new Node("prod-a", "x"));
    assertThat(
            read(
                ObjectKind.CSI_DRIVER,
                CsiDriver.class,
                metadata("CSIDriver", "storage.k8s.io/v1", "\"a\": 1")))
        .isEqualTo(new CsiDriver("prod-a", "x"));
    assertThat(
            read(
                ObjectKind.CSI_NODE,
                CsiNode.class,
                metadata(
                    "CSINode",
                    "storage.k8s.io/v1",
                    "\"spec\": {\"drivers\": [{\"name\": \"d\", \"nodeID\": \"n\"}]}")))
        .isEqualTo(new CsiNode("prod-a", "x", List.of("d")));
  }

  @Test
  void kubeletSummariesInAListOrOneAfterTheOther() {
    String summary =
        """
        {"node": {"nodeName": "n%1$d"}, "pods": [{"podRef": {"name": "p"}, "volume": [
          {"name": "t", "usedBytes": 1},
          {"name": "v", "pvcRef": {"namespace": "media", "name": "data-%1$d"}, "usedBytes": 7,
           "availableBytes": 3, "capacityBytes": 10}]}]}
        """;
    VolumeStats first =
        new VolumeStats(
            "prod-a",
            "media",
            "data-1",
            SpaceUsage.ofCapacity(OptionalLong.of(7), OptionalLong.of(3), OptionalLong.of(10)));
    String one = summary.formatted(1);
    String two = summary.formatted(2);

    for (String text : List.of(one + two, "[" + one + "," + two + "]")) {
      EstateFolder.Read read =
          new EstateFolder(directory)
              .clusterFile("volume-stats", text)
              .read(ObjectKind.VOLUME_STATS);
      assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
      assertThat(read.all(VolumeStats.class)).hasSize(2).first().isEqualTo(first);
    }
  }

  @Test
  void anObjectThatDoesNotTellItsCreationCountsAsNew() {
    PersistentVolumeClaim claim =
        read(
            ObjectKind.PERSISTENT_VOLUME_CLAIM,
            PersistentVolumeClaim.class,
            """
            {"apiVersion": "v1", "kind": "PersistentVolumeClaim",
             "metadata": {"name": "x", "namespace": "media"}}\
            """);

    assertThat(claim.createdAt()).isEqualTo(EstateFolder.CAPTURED);
  }
}
