package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.reconcile.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What others keep: clusters nobody registered, copies, other storage, pools that are away. */
final class Neighbours {

  private final Draft draft;
  private final Healthy healthy;

  Neighbours(Draft draft, Healthy healthy) {
    this.draft = draft;
    this.healthy = healthy;
  }

  /** Volumes of an unregistered cluster, in a parent of its own or in that of a driver of ours. */
  void strangers(Driver ours) {
    if (!ours.style().democratic() || !ours.tellsProperties()) {
      return;
    }
    String parent = ours.strangers() ? ours.parent() : ours.pool() + "/elsewhere";
    Containers.path(draft, ours.nas(), parent);
    boolean nfs = ours.style().protocol() == Protocol.NFS && !ours.style().generic();
    int sign = draft.chance.between(0, 2);
    Driver stranger =
        new Driver(
            "unregistered",
            "org.example.unregistered-" + ours.style().protocol(),
            ours.style(),
            sign == 0 ? otherAddress(ours.nas()) : ours.nas(),
            parent,
            ours.prefix(),
            ours.suffix(),
            false,
            sign == 1 ? Optional.of("unregistered-1") : Optional.empty(),
            false);
    boolean commented = nfs && sign == 2;
    if (sign == 2 && !nfs) {
      return;
    }
    for (int i = draft.chance.between(1, 4); i > 0; i--) {
      Volume volume = Healthy.draw(draft, stranger);
      draft.add(NasRows.dataset(volume));
      if (commented || !nfs) {
        draft.addAll(NasRows.serving(draft, volume));
      }
      if (commented || (sign == 1 && ours.instance().isPresent())) {
        draft.plant(FindingCode.VOLUME_OF_ABSENT_CLUSTER, volume.datasetSubject());
      } else if (sign == 1) {
        draft.leaveOpen(FindingCode.VOLUME_OF_ABSENT_CLUSTER, volume.datasetSubject());
      }
      Snapshot snapshot = new Snapshot(volume, draft.chance.uid(), draft.old(), false);
      draft.add(NasRows.snapshot(snapshot, 4096));
      draft.add(
          NasRows.foreignSnapshot(
              volume, "volume-source-for-volume-pvc-" + draft.chance.uid(), draft.old(), false, 1));
    }
  }

  private static Nas otherAddress(Nas nas) {
    return new Nas(
        nas.name(), nas.release(), "172.31.255.9", false, nas.basename(), nas.pools(), nas.cold());
  }

  /** Copies of a driver's volumes, as replication leaves them. */
  void copies(Driver driver, List<Nas> systems) {
    Nas to = draft.chance.one(systems);
    boolean same = to.equals(driver.nas());
    String target = to.pools().get(to.pools().size() - 1) + "/replica-" + draft.chance.hex(4);
    boolean task = draft.chance.in(60) || !to.release().tellsProperties();
    boolean root = driver.parent().equals(driver.pool());
    boolean samePath = !same && !root && draft.chance.in(40) && to.pools().contains(driver.pool());
    String parent = samePath ? driver.parent() : target;
    Containers.path(draft, to, parent);
    if (task) {
      draft.add(task(driver, parent, same));
    }
    List<Volume> volumes = healthy.of(driver);
    for (Volume volume : volumes.subList(0, Math.min(3, volumes.size()))) {
      copy(volume, to, parent, task);
    }
    copy(Healthy.draw(draft, driver), to, parent, task);
  }

  private ReplicationTask task(Driver driver, String parent, boolean same) {
    return new ReplicationTask(
        driver.nas().name(),
        draft.nextId(),
        "copies",
        "PUSH",
        same ? "LOCAL" : "SSH",
        List.of(driver.parent()),
        parent,
        true,
        draft.chance.in(80),
        false);
  }

  private void copy(Volume volume, Nas to, String parent, boolean task) {
    Map<String, UserProperty> received =
        NasRows.from(NasRows.marks(volume), PropertySource.RECEIVED);
    var copy =
        NasRows.dataset(
            to,
            parent + "/" + volume.leaf(),
            volume.driver().style().block(),
            draft.old(),
            Optional.empty(),
            received,
            volume.bytes());
    boolean known = task && draft.chance.in(50);
    boolean marked = volume.driver().style().democratic();
    if (marked || task) {
      draft.add(known ? copy : NasRows.readOnly(copy));
    }
  }

  /** Volumes that nothing on a TrueNAS stands behind. */
  void foreign(String cluster) {
    for (int i = draft.chance.between(1, 5); i > 0; i--) {
      draft.countVolume();
      Static.bind(
          draft,
          ClusterRows.written(
              cluster,
              "pvc-" + draft.chance.uid(),
              draft.chance.in(80) ? "Bound" : "Released",
              Optional.of(Static.claim(draft)),
              foreignSource()));
    }
  }

  private VolumeSource foreignSource() {
    String handle = "pvc-" + draft.chance.uid();
    return switch (draft.chance.between(0, 4)) {
      case 0 -> VolumeSource.csi("driver.longhorn.io", handle, Map.of());
      case 1 -> new VolumeSource("hostPath", "", "", Map.of());
      case 2 ->
          VolumeSource.csi(
              "org.democratic-csi.zfs-local-dataset",
              handle,
              Map.of(
                  "provisioner_driver", "zfs-local-dataset", "zfs_asset_name", "tank/k/" + handle));
      case 3 ->
          VolumeSource.csi(
              "org.democratic-csi.node-manual",
              "qnap",
              Map.of(
                  "provisioner_driver",
                  "node-manual",
                  "portal",
                  "172.31.0.77",
                  "iqn",
                  "iqn.2004-04.com.qnap:ts:" + handle));
      default ->
          VolumeSource.csi(
              "csi.san.synology.com", handle, Map.of("provisioner_driver", "synology-iscsi"));
    };
  }

  /** Volumes, with their snapshots, on a pool that is exported or faulted: nobody can tell. */
  void hiddenPool(Driver driver) {
    Nas nas = driver.nas();
    Driver away =
        new Driver(
            driver.cluster(),
            driver.label(),
            driver.style(),
            nas,
            "cold/k8s/vols",
            driver.prefix(),
            driver.suffix(),
            driver.templated(),
            driver.instance(),
            false);
    for (int i = draft.chance.between(1, 3); i > 0; i--) {
      Volume volume = Healthy.draw(draft, away);
      healthy.cluster(volume);
      draft.addAll(NasRows.serving(draft, volume));
      Snapshot snapshot = new Snapshot(volume, draft.chance.uid(), draft.old(), false);
      if (driver.style().generic() && driver.style().block()) {
        draft.leaveOpen(FindingCode.VOLUME_WITHOUT_BACKEND, volume.volumeSubject());
        draft.leaveOpen(FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND, snapshot.content());
      }
      draft.add(ClusterRows.object(snapshot, true));
      draft.add(ClusterRows.content(snapshot));
    }
    Volume leftover = Healthy.draw(draft, away);
    draft.addAll(NasRows.serving(draft, leftover));
  }

  /** The leftover of a driver that has no volume any more: nothing says whose it is. */
  void lonely(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    draft.add(NasRows.dataset(volume));
    draft.addAll(NasRows.serving(draft, volume));
    draft.addAll(NasRows.serving(draft, Healthy.draw(draft, driver)));
    NfsShare share =
        new NfsShare(
            driver.nas().name(), draft.nextId(), List.of("/mnt/" + driver.parent()), "", true);
    draft.addOnce(share);
  }
}
