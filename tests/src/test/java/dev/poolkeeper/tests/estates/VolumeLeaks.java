package dev.poolkeeper.tests.estates;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT;
import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.finding.FindingCode.MATCH_AMBIGUOUS;
import static dev.poolkeeper.processors.finding.FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_STUCK_RELEASED;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_WITHOUT_BACKEND;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.reconcile.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Volumes of which one side is gone: 101, 102, 103, 111. */
final class VolumeLeaks {

  private final Draft draft;
  private final Healthy healthy;

  VolumeLeaks(Draft draft, Healthy healthy) {
    this.draft = draft;
    this.healthy = healthy;
  }

  void plant(Driver driver) {
    switch (draft.chance.between(0, 7)) {
      case 0 -> lost(driver);
      case 1, 2 -> leftover(driver);
      case 3 -> released(driver);
      case 4 -> madeAnew(driver);
      case 5 -> origin(driver);
      case 6 -> crashed(driver);
      default -> ambiguous(driver);
    }
  }

  private void lost(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    healthy.cluster(volume);
    boolean served = draft.chance.in(50);
    if (served) {
      draft.addAll(NasRows.serving(draft, volume));
    }
    boolean placed =
        driver.style().protocol() == Protocol.NFS
            || !driver.style().democratic()
            || (served && !driver.style().generic());
    due(driver, placed, VOLUME_WITHOUT_BACKEND, volume.volumeSubject());
    if (draft.chance.in(30)) {
      Snapshot snapshot = new Snapshot(volume, draft.chance.uid(), draft.old(), false);
      draft.add(ClusterRows.object(snapshot, true));
      draft.add(ClusterRows.content(snapshot));
      due(driver, placed, SNAPSHOT_OBJECT_WITHOUT_BACKEND, snapshot.content());
    }
  }

  /** What has no known place may be on a pool that hides its datasets, or on any NAS. */
  private void due(Driver driver, boolean placed, FindingCode code, Subject subject) {
    boolean known =
        placed
            ? driver.style().teaches() || driver.nas().told()
            : driver.nas().told() && driver.nas().cold() != Nas.ColdPool.OFFLINE;
    if (known) {
      draft.plant(code, subject);
    } else {
      draft.leaveOpen(code, subject);
    }
  }

  /** A leftover that shows what it is, also beside the volumes of strangers. */
  private void leftover(Driver driver) {
    if (!driver.traceable()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    boolean served = draft.chance.in(70) && !driver.style().tns();
    if (driver.strangers() && !attributed(driver, served)) {
      return;
    }
    draft.add(NasRows.dataset(volume));
    if (served) {
      draft.addAll(NasRows.serving(draft, volume));
    }
    draft.add(Healthy.newest(volume));
    if (driver.marks() && draft.chance.in(20)) {
      Snapshot snapshot = new Snapshot(volume, draft.chance.uid(), draft.old(), false);
      draft.add(NasRows.snapshot(snapshot, 4096));
      draft.plant(BACKEND_SNAPSHOT_WITHOUT_CONTENT, snapshot.backend());
    }
    draft.plant(BACKEND_WITHOUT_VOLUME, volume.datasetSubject(), volume.bytes());
  }

  private static boolean attributed(Driver driver, boolean served) {
    boolean comment =
        served
            && driver.style().democratic()
            && !driver.style().generic()
            && driver.style().protocol() == Protocol.NFS;
    return comment || (driver.instance().isPresent() && driver.marks());
  }

  private void released(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    String phase = draft.chance.one(List.of("Released", "Released", "Failed"));
    PersistentVolume released =
        ClusterRows.volume(
            volume, phase, draft.chance.one(List.of("Retain", "Delete")), volume.source());
    draft.add(released);
    backend(volume);
    draft.plant(VOLUME_STUCK_RELEASED, volume.volumeSubject(), volume.bytes());
  }

  private void backend(Volume volume) {
    draft.add(NasRows.dataset(volume));
    draft.addAll(NasRows.serving(draft, volume));
  }

  /** Released, and bound again by hand under another name: its data is in use. */
  private void madeAnew(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    draft.add(ClusterRows.volume(volume, "Released", "Retain", volume.source()));
    backend(volume);
    PersistentVolume again =
        ClusterRows.written(
            driver.cluster(),
            "restored-" + draft.chance.hex(8),
            "Bound",
            Optional.of(Static.claim(draft)),
            volume.source());
    Static.bind(draft, again);
    draft.plant(VOLUME_STUCK_RELEASED, volume.volumeSubject());
  }

  /** A leftover on whose snapshot a living clone stands. */
  private void origin(Driver driver) {
    if (!driver.traceable() || driver.strangers() || driver.style().tns()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    Volume clone = Healthy.draw(draft, driver);
    String temporary = "volume-source-for-volume-" + clone.leaf();
    backend(volume);
    draft.add(NasRows.foreignSnapshot(volume, temporary, draft.old(), false, 4096));
    healthy.cluster(clone);
    draft.add(Healthy.cloneOf(clone, volume.dataset() + "@" + temporary));
    draft.addAll(NasRows.serving(draft, clone));
    draft.plant(BACKEND_WITHOUT_VOLUME, volume.datasetSubject());
  }

  /** Provisioning that never finished: a mark, and nothing that serves it. */
  private void crashed(Driver driver) {
    if (!driver.marks() || !driver.style().teaches()) {
      return;
    }
    if (driver.strangers() && driver.instance().isEmpty()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    Map<String, String> marks = new TreeMap<>(NasRows.marks(volume));
    marks.remove("democratic-csi:provision_success");
    marks.remove("democratic-csi:csi_share_volume_context");
    Map<String, UserProperty> written = NasRows.from(marks, PropertySource.LOCAL);
    draft.add(
        NasRows.dataset(
            driver.nas(),
            volume.dataset(),
            driver.style().block(),
            volume.createdAt(),
            Optional.empty(),
            written,
            volume.bytes()));
    draft.plant(BACKEND_WITHOUT_VOLUME, volume.datasetSubject(), volume.bytes());
  }

  /** Renamed, and copied by hand: both bear its mark, and neither is where it says. */
  private void ambiguous(Driver driver) {
    boolean byPath = driver.style().protocol() == Protocol.NFS;
    if (!byPath || !driver.marks()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    healthy.cluster(volume);
    for (String suffix : List.of("-old", "-copy")) {
      Dataset twin =
          NasRows.dataset(
              volume, volume.dataset() + suffix, Optional.empty(), PropertySource.LOCAL);
      draft.add(twin);
    }
    draft.plant(MATCH_AMBIGUOUS, volume.volumeSubject());
  }
}
