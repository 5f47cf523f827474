package dev.poolkeeper.tests.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingLifecycle;
import dev.poolkeeper.processors.finding.FindingPolicy;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known flaws of the predecessor, F1 to F10, F12 and F13, each turned into a fact of ours. */
class PredecessorFlawsTest {

  private static final String NFS = "org.democratic-csi.nfs";
  private static final String UID = "5c1d0a57-2f5e-4f6f-8a0e-9d2a54b1c001";

  @TempDir Path directory;

  /** Two NFS volumes under tank/k8s/vols, in order. */
  private static EstateOnDisk estate() {
    return new EstateOnDisk()
        .pool("tank")
        .filesystem("tank/k8s", "")
        .filesystem("tank/k8s/vols", "")
        .nfsVolume("pvc-a", NFS)
        .filesystem("tank/k8s/vols/pvc-a", "pvc-a")
        .nfsVolume("pvc-b", NFS)
        .filesystem("tank/k8s/vols/pvc-b", "pvc-b")
        .filesystem("tank/iso", "")
        .row(
            "sharing.nfs.query",
            """
            {"id": 7, "path": "/mnt/tank/iso", "aliases": [], "comment": "installers",
             "networks": [], "hosts": [], "ro": true, "enabled": true, "locked": false}""");
  }

  private RecordedVerdicts judge(EstateOnDisk estate) {
    return RecordedVerdicts.of(estate.write(directory));
  }

  @Test
  void f1SnapshotsAreJoinedByHandleNotByTheNameOfTheirObject() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .volumeSnapshot("before-upgrade", UID, "pvc-a@snapshot-" + UID)
                .snapshot("tank/k8s/vols/pvc-a@snapshot-" + UID, "snapshot-" + UID, "pvc-a"));

    assertThat(verdicts.said()).isEmpty();
    assertThat(verdicts.links())
        .contains(
            "prod-a/volumesnapshotcontents/snapcontent-%s -> nas1/snapshots/tank/k8s/vols/pvc-a@snapshot-%1$s"
                .formatted(UID));
  }

  @Test
  void f2CreationAndSpaceOfASnapshotAreReadFromItsProperties() {
    RecordedVerdicts verdicts =
        judge(estate().snapshot("tank/k8s/vols/pvc-a@auto-2025-08-01_03-00", "", ""));

    ZfsSnapshot snapshot =
        verdicts.inventory().all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).get(0);
    assertThat(snapshot.createdAt()).contains(Instant.ofEpochSecond(1_754_010_000));
    assertThat(snapshot.usage().usedBytes()).hasValue(12_897_484);
  }

  @Test
  void f3BootPoolPeriodicSnapshotsAndOrdinaryDataAreNobodysOrphans() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .pool("boot-pool")
                .filesystem("boot-pool/ROOT", "")
                .filesystem("tank/home", "")
                .filesystem("tank/home/pvc-notes", "")
                .snapshot("boot-pool/ROOT@auto-2025-08-01_03-00", "", "")
                .snapshot("tank/home@auto-2025-08-01_03-00", "", "")
                .snapshot("tank/k8s/vols/pvc-a@auto-2025-08-01_03-00", "", ""));

    assertThat(verdicts.said()).isEmpty();
    assertThat(verdicts.withheld()).isEmpty();
  }

  @Test
  void f4EveryProtocolIsJoinedWithItsOwnKindOfShare() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .iscsiVolume("pvc-block")
                .zvol("tank/k8s/vols/pvc-block", "pvc-block")
                .target(1, "csi-pvc-block", "tank/k8s/vols/pvc-block"));

    assertThat(verdicts.said()).isEmpty();
    assertThat(verdicts.links())
        .containsExactly(
            "prod-a/persistentvolumes/pvc-a -> nas1/datasets/tank/k8s/vols/pvc-a",
            "prod-a/persistentvolumes/pvc-b -> nas1/datasets/tank/k8s/vols/pvc-b",
            "prod-a/persistentvolumes/pvc-block -> nas1/datasets/tank/k8s/vols/pvc-block");
  }

  @Test
  void f5NamesAreComparedWhole() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .nfsVolume("vol-1", NFS)
                .filesystem("tank/k8s/vols/vol-10", "vol-10")
                .nfsVolume("vol-20", NFS)
                .filesystem("tank/k8s/vols/vol-20", "vol-20")
                .filesystem("tank/k8s/vols/vol-2", "vol-2"));

    assertThat(verdicts.said())
        .containsExactly(
            "101 prod-a/persistentvolumes/vol-1",
            "102 nas1/datasets/tank/k8s/vols/vol-10",
            "102 nas1/datasets/tank/k8s/vols/vol-2");
  }

  @Test
  void f5ReplicaOnAnotherPoolDoesNotHideALoss() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .nfsVolume("pvc-lost", NFS)
                .pool("backup")
                .filesystem("backup/k8s", "")
                .filesystem("backup/k8s/vols", "")
                .filesystem("backup/k8s/vols/pvc-lost", "")
                .row(
                    "replication.query",
                    """
                    {"id": 2, "name": "to backup", "direction": "PUSH", "transport": "LOCAL",
                     "source_datasets": ["tank/k8s"], "target_dataset": "backup/k8s", "recursive": true,
                     "enabled": true, "readonly": "SET"}"""));

    assertThat(verdicts.said()).containsExactly("101 prod-a/persistentvolumes/pvc-lost");
  }

  @Test
  void f6AnyDriverNameWillDo() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .nfsVolume("pvc-fast", "nfs.storage.example.com")
                .filesystem("tank/k8s/vols/pvc-fast", "pvc-fast")
                .nfsVolume("pvc-gone", "whatever"));

    assertThat(verdicts.said()).containsExactly("101 prod-a/persistentvolumes/pvc-gone");
  }

  @Test
  void f7ClaimsOfEveryNamespaceAreRead() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .immediateClass()
                .claim("shop", "uploads", "uid-1", "1Gi", "Pending", "")
                .claim("democratic-csi", "test", "uid-2", "1Gi", "Pending", ""));

    assertThat(verdicts.said())
        .containsExactly(
            "104 prod-a/persistentvolumeclaims/democratic-csi/test",
            "104 prod-a/persistentvolumeclaims/shop/uploads");
  }

  @Test
  void f8ListThatTurnsEmptyIsNotBelieved() {
    EstateOnDisk empty =
        new EstateOnDisk()
            .pool("tank")
            .filesystem("tank/k8s", "")
            .filesystem("tank/k8s/vols", "")
            .filesystem("tank/k8s/vols/pvc-a", "pvc-a")
            .filesystem("tank/k8s/vols/pvc-b", "pvc-b");
    Map<String, Long> yesterday = Map.of("prod-a/persistentvolumes", 2L);

    RecordedVerdicts verdicts = RecordedVerdicts.of(empty.write(directory), yesterday);

    assertThat(verdicts.said()).isEmpty();
    assertThat(verdicts.distrusted()).containsExactly("902 prod-a");
  }

  @Test
  void f8HeldNightNeitherConfirmsNorResolves() {
    EstateOnDisk withOrphan = estate().filesystem("tank/k8s/vols/pvc-x", "pvc-x");
    List<Finding> first = night(1, judge(withOrphan), List.of());
    Map<String, Long> more = new TreeMap<>(Map.of("nas1/datasets", 100L));

    List<Finding> second = night(2, RecordedVerdicts.of(withOrphan.write(directory), more), first);

    Finding orphan = of("nas1/datasets/tank/k8s/vols/pvc-x", second);
    assertThat(orphan.status()).isEqualTo(FindingStatus.HELD);
    assertThat(orphan.nights()).isEqualTo(1);
    assertThat(orphan.confirmed()).isFalse();
  }

  @Test
  void f8MissingFileIsIncompleteNotEmpty() throws IOException {
    Path written = estate().filesystem("tank/k8s/vols/pvc-x", "pvc-x").write(directory);
    Files.delete(written.resolve("clusters/prod-a/persistentvolumes.json"));

    RecordedVerdicts verdicts = RecordedVerdicts.of(written);

    assertThat(verdicts.said()).isEmpty();
    assertThat(verdicts.distrusted()).containsExactly("901 prod-a");
  }

  @Test
  void f9AgeCountsFromTheNightItWasFirstSeenMissing() {
    RecordedVerdicts verdicts = judge(estate().nfsVolume("pvc-of-2024", NFS));
    String subject = "prod-a/persistentvolumes/pvc-of-2024";
    assertThat(
            verdicts.inventory().all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
                .map(PersistentVolume::createdAt))
        .containsOnly(Instant.parse("2024-05-01T10:00:00Z"));

    List<Finding> first = night(1, verdicts, List.of());
    assertThat(of(subject, first).severity()).isEqualTo(Severity.INFO);
    assertThat(of(subject, first).note()).contains("seen 1 of 3");

    List<Finding> third = night(3, verdicts, night(2, verdicts, first));
    assertThat(of(subject, third).confirmed()).isTrue();
    assertThat(of(subject, third).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(of(subject, third).firstSeenAt()).isEqualTo(of(subject, first).firstSeenAt());
  }

  private static List<Finding> night(int number, RecordedVerdicts verdicts, List<Finding> latest) {
    Instant asOf = Instant.parse("2026-02-10T02:00:00Z").plus(Duration.ofDays(number));
    return new FindingLifecycle(FindingPolicy.DEFAULT, asOf).advance(latest, verdicts.judgements());
  }

  private static Finding of(String subject, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.subject().toString().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void f10QuantitiesAreReadAsKubernetesWritesThem() {
    Map<String, Long> sizes =
        Map.of(
            "5M",
            5_000_000L,
            "5Mi",
            5_242_880L,
            "1Pi",
            1_125_899_906_842_624L,
            "1E",
            1_000_000_000_000_000_000L,
            "12e6",
            12_000_000L,
            "1500m",
            2L);
    EstateOnDisk estate = estate();
    sizes
        .keySet()
        .forEach(
            size ->
                estate.claim(
                    "sizes", "claim" + size.hashCode(), "uid-" + size, size, "Bound", "v"));

    Map<String, Long> read = new TreeMap<>();
    judge(estate)
        .inventory()
        .all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)
        .stream()
        .filter(claim -> claim.namespace().equals("sizes"))
        .forEach(
            claim ->
                read.put(
                    claim.uid().substring("uid-".length()), claim.requestedBytes().orElseThrow()));

    assertThat(read).isEqualTo(new TreeMap<>(sizes));
  }

  @Test
  void f12ContentThatOutlivedItsSnapshotObjectIsSeen() {
    RecordedVerdicts verdicts =
        judge(
            estate()
                .content("deleted-by-hand", UID, "pvc-a@snapshot-" + UID)
                .snapshot("tank/k8s/vols/pvc-a@snapshot-" + UID, "snapshot-" + UID, "pvc-a"));

    assertThat(verdicts.said())
        .containsExactly("203 prod-a/volumesnapshotcontents/snapcontent-" + UID);
  }

  @Test
  void f13DetachedSnapshotIsADatasetAndNoOrphan() {
    String snapshot = "snapshot-" + UID;
    String marks =
        """
        {"democratic-csi:managed_resource": {"value": "true", "rawvalue": "true", "source": "LOCAL"},
         "democratic-csi:csi_snapshot_name": {"value": "%s", "rawvalue": "%1$s", "source": "LOCAL"},
         "democratic-csi:csi_snapshot_source_volume_id": {"value": "pvc-a", "rawvalue": "pvc-a", "source": "LOCAL"}}"""
            .formatted(snapshot);
    String id = "tank/k8s/snaps/pvc-a/" + snapshot;
    RecordedVerdicts verdicts =
        judge(
            estate()
                .volumeSnapshot("nightly", UID, "pvc-a/" + snapshot)
                .filesystem("tank/k8s/snaps", "")
                .filesystem("tank/k8s/snaps/pvc-a", "")
                .dataset(id, "FILESYSTEM", "\"/mnt/" + id + "\"", marks));

    assertThat(verdicts.said()).isEmpty();
    assertThat(verdicts.links())
        .contains(
            "prod-a/volumesnapshotcontents/snapcontent-%s -> nas1/datasets/%s".formatted(UID, id));
  }
}
