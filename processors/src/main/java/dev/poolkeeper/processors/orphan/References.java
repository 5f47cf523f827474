package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything that points at a ZFS object and thereby protects it, whatever else is known. */
final class References {

  private final Night night;

  /** Objects by the leaf name a provisioner would have made for them. */
  private final Map<String, String> byGeneratedName = new HashMap<>();

  /** Datasets with a live session, as {@code nas:id}. */
  private final Map<String, String> sessions = new HashMap<>();

  References(Night night) {
    this.night = night;
    for (PersistentVolumeClaim claim :
        night.inventory().all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)) {
      note("pvc-" + claim.uid(), claim);
    }
    for (VolumeSnapshot snapshot :
        night.inventory().all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class)) {
      note("snapshot-" + snapshot.uid(), snapshot);
    }
    for (VolumeAttachment attachment :
        night.inventory().all(ObjectKind.VOLUME_ATTACHMENT, VolumeAttachment.class)) {
      attachment.volumeName().ifPresent(volume -> note(volume, attachment));
    }
    noteSessions();
  }

  private void note(String name, InventoryObject object) {
    byGeneratedName.put(name, object.subject().toString());
  }

  private void noteSessions() {
    Map<String, String> datasetByExtent = new HashMap<>();
    for (IscsiExtent extent : night.inventory().all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class)) {
      extent.dataset().ifPresent(d -> datasetByExtent.put(key(extent.nas(), extent.name()), d));
    }
    for (IscsiSession session :
        night.inventory().all(ObjectKind.ISCSI_SESSION, IscsiSession.class)) {
      NasIndex nas = night.join().nas(session.nas());
      String name = session.targetIqn().substring(session.targetIqn().lastIndexOf(':') + 1);
      Optional<IscsiTarget> target = nas.target(name).or(() -> nas.target(session.targetIqn()));
      target
          .map(t -> nas.zvolsBehind(t, 0))
          .orElse(List.of())
          .forEach(d -> sessions.put(key(d.nas(), d.id()), "session of " + session.initiator()));
      Optional.ofNullable(datasetByExtent.get(key(session.nas(), name)))
          .ifPresent(d -> sessions.put(key(session.nas(), d), "session of " + session.initiator()));
    }
  }

  private static String key(String nas, String name) {
    return nas + ":" + name.toLowerCase(Locale.ROOT);
  }

  /** Who points at the dataset; empty when nobody does. */
  Optional<String> to(Dataset dataset) {
    return night.join().linksTo(dataset.subject()).stream()
        .map(Link::from)
        .map(Object::toString)
        .sorted()
        .findFirst()
        .or(() -> Optional.ofNullable(byGeneratedName.get(dataset.leaf())))
        .or(() -> Optional.ofNullable(sessions.get(key(dataset.nas(), dataset.id()))));
  }

  /** Who points at the snapshot; empty when nobody does. */
  Optional<String> to(ZfsSnapshot snapshot) {
    return night.join().linksTo(snapshot.subject()).stream()
        .map(Link::from)
        .map(Object::toString)
        .sorted()
        .findFirst()
        .or(() -> Optional.ofNullable(byGeneratedName.get(snapshot.name())));
  }
}
