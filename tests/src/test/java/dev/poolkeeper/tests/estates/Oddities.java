package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.reconcile.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What looks like a leak and is none: in flight, renamed, kept, in session, or a person's. */
final class Oddities {

  private final Draft draft;
  private final Healthy healthy;

  Oddities(Draft draft, Healthy healthy) {
    this.draft = draft;
    this.healthy = healthy;
  }

  void make(Driver driver) {
    if (draft.has(Feature.IN_FLIGHT)) {
      inFlight(driver);
    }
    if (draft.has(Feature.RENAMED)) {
      renamed(driver);
      moved(driver);
    }
    if (draft.has(Feature.KEPT)) {
      kept(driver);
    }
    if (draft.has(Feature.SESSIONS)) {
      inSession(driver);
    }
    if (draft.has(Feature.PEOPLE)) {
      people(driver);
    }
    if (draft.has(Feature.SNAPSHOTS)) {
      keptByContent(driver);
      nested(driver);
    }
  }

  /** Made a moment ago; the other side has not written it down yet. */
  private void inFlight(Driver driver) {
    Volume volume = Healthy.draw(draft, driver, draft.young());
    draft.add(NasRows.dataset(volume));
    if (!driver.tellsProperties() || draft.chance.in(50)) {
      draft.add(ClusterRows.claim(volume, "Pending", Optional.empty(), Optional.empty()));
    }
    for (Volume source : healthy.of(driver).subList(0, 1)) {
      Snapshot taken = new Snapshot(source, draft.chance.uid(), draft.young(), false);
      draft.add(NasRows.snapshot(taken, 0));
      draft.add(
          NasRows.foreignSnapshot(
              source,
              "volume-source-for-volume-pvc-" + draft.chance.uid(),
              draft.young(),
              false,
              0));
      Snapshot asked = new Snapshot(source, draft.chance.uid(), draft.young(), false);
      draft.add(ClusterRows.object(asked, false));
      draft.add(ClusterRows.content(asked, Optional.empty(), Optional.empty()));
    }
  }

  /** In the same parent: its mark still names the volume. */
  private void renamed(Driver driver) {
    if (!driver.marks()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    healthy.cluster(volume);
    String id = driver.parent() + "/renamed-" + draft.chance.hex(8);
    draft.add(NasRows.dataset(volume, id, Optional.empty(), PropertySource.LOCAL));
    if (!driver.style().generic() && driver.style().protocol() == Protocol.ISCSI) {
      draft.addAll(NasRows.target(draft, volume, draft.chance.in(50) ? id : volume.dataset()));
    }
  }

  /** To another parent: whether that is a loss may be argued, an orphan it is not. */
  private void moved(Driver driver) {
    if (!driver.marks()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    healthy.cluster(volume);
    Containers.path(draft, driver.nas(), driver.pool() + "/moved");
    String id = driver.pool() + "/moved/" + volume.leaf();
    draft.add(NasRows.dataset(volume, id, Optional.empty(), PropertySource.LOCAL));
    draft.leaveOpen(FindingCode.VOLUME_WITHOUT_BACKEND, volume.volumeSubject());
  }

  private void kept(Driver driver) {
    Volume released = Healthy.draw(draft, driver);
    draft.add(
        ClusterRows.kept(ClusterRows.volume(released, "Released", "Retain", released.source())));
    draft.add(NasRows.dataset(released));
    if (!driver.marks()) {
      return;
    }
    Volume leftover = Healthy.draw(draft, driver);
    Map<String, UserProperty> properties =
        new TreeMap<>(NasRows.from(NasRows.marks(leftover), PropertySource.LOCAL));
    properties.put("poolkeeper:keep", new UserProperty("true", PropertySource.LOCAL));
    draft.add(
        NasRows.dataset(
            driver.nas(),
            leftover.dataset(),
            driver.style().block(),
            leftover.createdAt(),
            Optional.empty(),
            properties,
            leftover.bytes()));
    Dataset locked = NasRows.locked(NasRows.dataset(Healthy.draw(draft, driver)));
    draft.add(locked);
  }

  /** Nobody knows the zvol any more, but somebody is logged in to its target. */
  private void inSession(Driver driver) {
    if (driver.style().protocol() != Protocol.ISCSI || driver.style().generic()) {
      return;
    }
    Volume volume = Healthy.draw(draft, driver);
    draft.add(NasRows.dataset(volume));
    draft.addAll(NasRows.serving(draft, volume));
    session(volume);
    Volume gone = Healthy.draw(draft, driver);
    draft.addAll(NasRows.serving(draft, gone));
    session(gone);
  }

  private void session(Volume volume) {
    draft.add(
        new IscsiSession(
            volume.driver().nas().name(), "iqn.1994-05.com.redhat:node", "10.9.9.9", volume.iqn()));
  }

  /** What people keep beside a driver's volumes. */
  private void people(Driver driver) {
    Nas nas = driver.nas();
    String own = driver.parent() + "/by-hand-" + draft.chance.hex(4);
    draft.add(NasRows.plain(nas, own));
    draft.add(share(nas, own, "for the team"));
    exportedOnceMore(driver);
    draft.add(share(nas, own + "/a-directory", ""));
    draft.add(share(nas, driver.pool() + "/not-there-" + draft.chance.hex(4), ""));
    String target = "backup-" + draft.chance.hex(6);
    ServiceRows.target(draft, nas, target, driver.parent() + "/" + target);
    draft.add(NasRows.plain(nas, driver.pool() + "/pvc-" + draft.chance.hex(16)));
  }

  /** A volume in use that a person exports to another network: a share like any other. */
  private void exportedOnceMore(Driver driver) {
    if (!driver.style().block()) {
      String id = healthy.of(driver).get(0).dataset();
      draft.add(
          new NfsShare(
              driver.nas().name(),
              draft.nextId(),
              List.of("/mnt/" + id),
              "for the backup network",
              true,
              driver.style().protocol() == Protocol.NFS && !driver.style().generic()));
    }
  }

  private NfsShare share(Nas nas, String id, String comment) {
    return new NfsShare(nas.name(), draft.nextId(), List.of("/mnt/" + id), comment, true);
  }

  /** No volume leads to it, but a VolumeSnapshotContent leads to a snapshot of it. */
  private void keptByContent(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    draft.add(NasRows.dataset(volume));
    Snapshot snapshot = new Snapshot(volume, draft.chance.uid(), draft.old(), false);
    draft.add(ClusterRows.object(snapshot, true));
    draft.add(ClusterRows.content(snapshot));
    draft.add(NasRows.snapshot(snapshot, draft.chance.bytes()));
  }

  /** A dataset inside a volume inherits its marks. */
  private void nested(Driver driver) {
    if (driver.style().block()) {
      return;
    }
    Volume volume = healthy.of(driver).get(0);
    draft.addOnce(
        NasRows.dataset(
            driver.nas(),
            volume.dataset() + "/inner",
            false,
            draft.old(),
            Optional.empty(),
            NasRows.from(NasRows.marks(volume), PropertySource.INHERITED),
            4096));
  }
}
