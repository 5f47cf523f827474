package dev.poolkeeper.tests.estates;

import static dev.poolkeeper.processors.finding.FindingCode.EXTENT_POINTS_ELSEWHERE;
import static dev.poolkeeper.processors.finding.FindingCode.SHARE_EXPORTS_PARENT;
import static dev.poolkeeper.processors.finding.FindingCode.SHARE_WITHOUT_DATASET;
import static dev.poolkeeper.processors.finding.FindingCode.TARGET_OR_EXTENT_WITHOUT_BACKING;
import static dev.poolkeeper.processors.finding.FindingCode.TARGET_SHARED;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.reconcile.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * Shares, targets and extents that lead nowhere (106, 107), or to what is not the volume's (8xx).
 */
final class ServiceLeaks {

  private final Draft draft;
  private final Healthy healthy;

  ServiceLeaks(Draft draft, Healthy healthy) {
    this.draft = draft;
    this.healthy = healthy;
  }

  void leadNowhere(Driver driver) {
    boolean judged = !driver.style().generic() && !driver.style().tns();
    if (!judged) {
      return;
    }
    switch (driver.style().protocol()) {
      case NFS, SMB -> share(driver);
      case ISCSI -> iscsi(driver);
      case NVMEOF, UNKNOWN -> {}
    }
  }

  private void share(Driver driver) {
    for (InventoryObject share : NasRows.serving(draft, Healthy.draw(draft, driver))) {
      draft.add(share);
      draft.plant(SHARE_WITHOUT_DATASET, share.subject());
    }
  }

  /** Of a volume that is gone on both sides, its target and extent, or parts of them. */
  private void iscsi(Driver driver) {
    if (driver.templated()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    List<InventoryObject> rows = NasRows.target(draft, volume, volume.dataset());
    int form = draft.chance.between(0, 2);
    for (InventoryObject row : rows) {
      boolean target = row instanceof IscsiTarget;
      boolean link = row instanceof IscsiTargetExtent;
      boolean left = form == 0 || (form == 1 ? target : !target);
      boolean due = form == 0 ? !target && !link : left;
      if (left) {
        draft.add(row);
      }
      if (due) {
        draft.plant(TARGET_OR_EXTENT_WITHOUT_BACKING, row.subject());
      }
    }
  }

  void wrongData(Driver driver) {
    boolean iscsi = driver.style().protocol() == Protocol.ISCSI && !driver.style().generic();
    if (iscsi && !driver.templated() && driver.style().democratic()) {
      if (draft.chance.in(50)) {
        swapped(driver);
      } else {
        shared(driver);
      }
    } else if (!driver.style().block()) {
      exported(driver);
    }
  }

  /** The extent of one volume shows the zvol of another. */
  private void swapped(Driver driver) {
    Volume other = bound(driver);
    draft.addAll(NasRows.serving(draft, other));
    Volume astray = bound(driver);
    draft.addAll(NasRows.target(draft, astray, other.dataset()));
    draft.plant(EXTENT_POINTS_ELSEWHERE, astray.volumeSubject());
    draft.plant(TARGET_SHARED, other.datasetSubject());
  }

  private Volume bound(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    healthy.cluster(volume);
    draft.add(NasRows.dataset(volume));
    return volume;
  }

  /** A volume written by hand leads to the zvol of one that a driver made. */
  private void shared(Driver driver) {
    Volume volume = bound(driver);
    draft.addAll(NasRows.serving(draft, volume));
    PersistentVolume second =
        ClusterRows.written(
            driver.cluster(),
            "second-" + draft.chance.hex(8),
            "Bound",
            Optional.of(Static.claim(draft)),
            new VolumeSource("iscsi", "", "", volume.served()));
    Static.bind(draft, second);
    draft.plant(TARGET_SHARED, volume.datasetSubject());
  }

  /** A share above all volumes of a driver. */
  private void exported(Driver driver) {
    boolean surelyJoined = driver.style().teaches();
    NfsShare share =
        new NfsShare(
            driver.nas().name(), draft.nextId(), List.of("/mnt/" + driver.parent()), "all", true);
    if (surelyJoined) {
      draft.addOnce(share);
      draft.plant(SHARE_EXPORTS_PARENT, share.subject());
    }
  }
}
