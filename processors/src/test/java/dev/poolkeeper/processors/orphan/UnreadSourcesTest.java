package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One estate with a leftover of every sort, and each list of it unread or empty in turn. */
class UnreadSourcesTest {

  private static final String GONE = "pvc-11111111-2222-3333-4444-555555555555";
  private static final String DRIVER = "org.democratic-csi.nfs";

  /** A subject for every code of 1xx and 2xx but 111 and 112, and three volumes in order. */
  private static InventoryBuilder leftovers() {
    InventoryBuilder estate =
        anInventory()
            .address("10.0.0.5")
            .inCluster(Objects.node("node-1"))
            .inCluster(Objects.storageClass("standard", "Immediate"));
    for (String name : List.of("pvc-a", "pvc-b", "pvc-c", "pvc-d")) {
      estate
          .volume(aVolume(name).nfs("10.0.0.5", "/mnt/tank/k8s/" + name))
          .dataset(aDataset("tank/k8s/" + name).marked(name));
    }
    return estate
        .volume(
            aVolume("pvc-101")
                .nfs("10.0.0.5", "/mnt/tank/k8s/pvc-101")
                .with("provisioner_driver_instance_id", "ours"))
        .dataset(aDataset("tank/k8s/pvc-102").marked("pvc-102"))
        .volume(aVolume("pvc-103").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-103").phase("Released"))
        .dataset(aDataset("tank/k8s/pvc-103").marked("pvc-103"))
        .inCluster(Objects.claim("claim-104", "uid-104", "Pending"))
        .inCluster(Objects.boundClaim("claim-105", "pvc-d"))
        .onNas(Objects.nfsShare("/mnt/tank/k8s/" + GONE, ""))
        .dataset(aZvol("tank/k8s/pvc-z").marked("pvc-z"))
        .volume(aVolume("pvc-z").iscsi("10.0.0.5", "iqn:pvc-z"))
        .onNas(Objects.target(1, "pvc-z"))
        .onNas(Objects.extent(1, "pvc-z", "tank/k8s/pvc-z"))
        .onNas(Objects.lun(1, 1, 0))
        .onNas(Objects.target(2, GONE))
        .inCluster(Objects.attachment("pvc-b", DRIVER, "node-9"))
        .inCluster(Objects.dyingClaim("claim-109", "pvc-c", NIGHT.minusSeconds(90_000)))
        .inCluster(Objects.pod("p", "Running", "node-1", "claim-109"))
        .parent("tank/theirs")
        .dataset(
            aDataset("tank/theirs/pvc-110")
                .marked("pvc-110")
                .property("democratic-csi:volume_context_provisioner_driver_instance_id", "theirs"))
        .content(aContent("c201").handle("pvc-a@snapshot-201"))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c201", "uid-of-c201"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-202").marked("pvc-a"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-203").marked("pvc-a"))
        .content(aContent("c203").handle("pvc-a@snapshot-203"))
        .inCluster(Objects.unready("s204", LONG_AGO, "claim-105", Optional.empty()))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-205").destroyPending())
        .dataset(aDataset("tank/k8s/pvc-clone").cloneOf("tank/k8s/pvc-a@snapshot-205"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@csi-clone-x-1"))
        .parent("tank/snaps")
        .dataset(
            aDataset("tank/snaps/pvc-a/snapshot-207").detachedSnapshot("snapshot-207", "pvc-a"));
  }

  private static Set<String> codes(List<? extends Verdict> verdicts) {
    return verdicts.stream()
        .map(verdict -> verdict.code().code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCodeOfLeftoversIsSaid() {
    assertThat(codes(judged(leftovers()).judgements().candidates()))
        .containsExactly(
            "PK101", "PK102", "PK103", "PK104", "PK105", "PK106", "PK107", "PK108", "PK109",
            "PK110", "PK201", "PK202", "PK203", "PK204", "PK205", "PK206", "PK207");
  }

  /** Half of a list that protects is not read as the whole of it. */
  @ParameterizedTest
  @CsvSource({
    "POD, PK106",
    "POD, PK107",
    "CRON_JOB, PK106",
    "VOLUME_SNAPSHOT, PK202",
    "VOLUME_SNAPSHOT, PK206",
    "VOLUME_SNAPSHOT, PK207",
  })
  void halfOfAProtectingListWithholds(ObjectKind kind, String code) {
    assertThat(
            codes(
                judged(leftovers().read("prod-a", kind, CaptureStatus.PARTIAL))
                    .judgements()
                    .candidates()))
        .doesNotContain(code);
  }

  /** A content protects the dataset around its snapshot; what it is of need not be a volume. */
  @Test
  void datasetWithACsiSnapshotIsUndecidedWithoutContents() {
    InventoryBuilder estate =
        leftovers().snapshot(aSnapshot("tank/k8s/pvc-102@snapshot-1").marked("pvc-102"));

    assertThat(
            judged(estate.read("prod-a", ObjectKind.VOLUME_SNAPSHOT_CONTENT, CaptureStatus.PARTIAL))
                .gap("nas1/datasets/tank/k8s/pvc-102")
                .part())
        .isEqualTo("prod-a/volumesnapshotcontents");
  }

  /** A folder of an SMB share protects the dataset of the share. */
  @Test
  void leftoverIsUndecidedWithoutTheSharesThatVolumesOfItsKindUse() {
    InventoryBuilder unread =
        leftovers().read("nas1", ObjectKind.SMB_SHARE, CaptureStatus.NOT_READ);

    assertThat(codes(judged(unread).judgements().candidates())).contains("PK102");
    assertThat(
            codes(
                judged(unread.volume(aVolume("pvc-smb").smb("10.0.0.5", "folders")))
                    .judgements()
                    .candidates()))
        .doesNotContain("PK102");
  }

  @Test
  void lossIsUndecidedWhileAnotherNasThatMayHaveTheAddressNowWasNotRead() {
    InventoryBuilder estate = leftovers().nas("nas2").pool("tank");

    assertThat(codes(judged(estate).judgements().candidates())).contains("PK101", "PK201");
    assertThat(
            codes(
                judged(estate.read("nas2", ObjectKind.DATASET, CaptureStatus.PARTIAL))
                    .judgements()
                    .candidates()))
        .doesNotContain("PK101", "PK201");
  }

  /** Rules that judge by what is there, not by what is missing beside it. */
  private static final Set<FindingCode> BY_PRESENCE = Set.of(FindingCode.API_DEPRECATED);

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void listThatWasNotReadAddsNoFinding(ObjectKind kind) {
    String source = kind.side() == Side.CLUSTER ? "prod-a" : "nas1";
    Set<Subject> before = subjects(judged(leftovers()).judgements());
    for (CaptureStatus status :
        List.of(CaptureStatus.FAILED, CaptureStatus.PARTIAL, CaptureStatus.NOT_READ)) {
      Judgements without = judged(leftovers().emptied(source, kind, status)).judgements();

      Set<Subject> more = subjects(without);
      more.removeAll(before);
      assertThat(more).as("%s %s", kind, status).isEmpty();
    }
  }

  private static Set<Subject> subjects(Judgements judgements) {
    return judgements.candidates().stream()
        .filter(c -> !c.code().code().startsWith("PK9") && !BY_PRESENCE.contains(c.code()))
        .map(Verdict::subject)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void silenceOfEveryCodeNeedsSomething(FindingCode code) {
    boolean ofItself =
        Set.of(
                FindingCode.RIGHTS_MISSING,
                FindingCode.INVENTORY_INCOMPLETE,
                FindingCode.HELD_BY_GUARD,
                FindingCode.DELIVERY_FAILED)
            .contains(code);
    InventoryBuilder nothingRead = leftovers();
    for (ObjectKind kind : ObjectKind.values()) {
      String source = kind.side() == Side.CLUSTER ? "prod-a" : "nas1";
      nothingRead.read(source, kind, CaptureStatus.FAILED);
    }
    Judgements night = judged(nothingRead).judgements();
    List<Optional<Gap>> gaps = new ArrayList<>();
    for (String subject :
        List.of("prod-a/persistentvolumes/x", "nas1/datasets/x", "nas1/nfs-shares/x", "nas1")) {
      gaps.add(night.gap(code, Subject.parse(subject)));
    }
    assertThat(gaps.stream().anyMatch(Optional::isPresent)).isEqualTo(!ofItself);
  }
}
