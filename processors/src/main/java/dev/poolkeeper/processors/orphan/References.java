package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that points at a ZFS object and thereby protects it, whatever else is known. */
final class References {

  private final Night night;

  /**
   * Objects by a name that a driver gives what it makes for them. Any of them protects, on every
   * NAS and under every parent: it may be a volume whose fields lead nowhere.
   */
  private final Map<String, String> byName = new HashMap<>();

  /** Datasets with a live session, as {@code nas:id}. */
  private final Map<String, String> sessions = new HashMap<>();

  /** The claims of volumes, by volume. */
  private final Map<Subject, ClaimReference> claims = new HashMap<>();

  /** Datasets that hold something in use: a snapshot of theirs, or a dataset inside them. */
  private final Map<Subject, String> within = new HashMap<>();

  References(Night night) {
    this.night = night;
    noteVolumes();
    noteSnapshots();
    noteSessions();
    noteHolders();
  }

  private void noteVolumes() {
    for (PersistentVolumeClaim claim :
        all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)) {
      note("pvc-" + claim.uid(), claim);
    }
    for (PersistentVolume volume : all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)) {
      note(volume.name(), volume);
      volume.claim().ifPresent(claim -> claims.put(volume.subject(), claim));
      note(lastComponent(volume.source().handle()), volume);
    }
    for (VolumeAttachment attachment : all(ObjectKind.VOLUME_ATTACHMENT, VolumeAttachment.class)) {
      attachment.volumeName().ifPresent(volume -> note(volume, attachment));
    }
  }

  private void noteSnapshots() {
    for (VolumeSnapshot snapshot : all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class)) {
      note("snapshot-" + snapshot.uid(), snapshot);
    }
    for (VolumeSnapshotContent content :
        all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)) {
      content.handle().ifPresent(handle -> note(lastComponent(handle), content));
    }
  }

  private <T extends InventoryObject> List<T> all(ObjectKind kind, Class<T> type) {
    return night.inventory().all(kind, type);
  }

  /** What follows the last slash or at sign of a handle. */
  private static String lastComponent(String handle) {
    return handle.substring(Math.max(handle.lastIndexOf('/'), handle.lastIndexOf('@')) + 1);
  }

  private void note(String name, InventoryObject object) {
    if (!name.isEmpty()) {
      byName.merge(name, object.subject().toString(), References::first);
    }
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private void noteSessions() {
    Map<String, String> datasetByExtent = new HashMap<>();
    for (IscsiExtent extent : all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class)) {
      extent.dataset().ifPresent(d -> datasetByExtent.put(key(extent.nas(), extent.name()), d));
    }
    for (IscsiSession session : all(ObjectKind.ISCSI_SESSION, IscsiSession.class)) {
      NasIndex nas = night.join().nas(session.nas());
      String name = session.targetIqn().substring(session.targetIqn().lastIndexOf(':') + 1);
      Optional<IscsiTarget> target = nas.target(name).or(() -> nas.target(session.targetIqn()));
      Stream.concat(
              target.stream().flatMap(t -> nas.zvolIds(t).stream()),
              Stream.ofNullable(datasetByExtent.get(key(session.nas(), name))))
          .forEach(
              id ->
                  sessions.merge(
                      key(session.nas(), id),
                      "session of " + session.initiator(),
                      References::first));
    }
  }

  private static String key(String nas, String name) {
    return nas + ":" + name.toLowerCase(Locale.ROOT);
  }

  private void noteHolders() {
    night
        .join()
        .links()
        .filter(link -> link.to().path().startsWith(ObjectKind.ZFS_SNAPSHOT.plural() + "/"))
        .forEach(link -> within.merge(datasetOf(link.to()), link.from() + "", References::first));
    all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
        .filter(BackendSnapshotWithoutContent::named)
        .forEach(
            snapshot ->
                named(snapshot.name())
                    .ifPresent(
                        by -> within.merge(datasetOf(snapshot.subject()), by, References::first)));
    for (String nas : night.completeness().estate().nas()) {
      NasIndex index = night.join().nas(nas);
      index.datasets().forEach(d -> direct(d).ifPresent(by -> noteAround(d, by)));
    }
  }

  private static Subject datasetOf(Subject snapshot) {
    String id = snapshot.name();
    return Subject.of(snapshot.source(), ObjectKind.DATASET, id.substring(0, id.indexOf('@')));
  }

  private void noteAround(Dataset dataset, String by) {
    Optional<String> around = dataset.parent();
    while (around.isPresent()) {
      String id = around.get();
      within.merge(Subject.of(dataset.nas(), ObjectKind.DATASET, id), by, References::first);
      int slash = id.lastIndexOf('/');
      around = slash < 0 ? Optional.empty() : Optional.of(id.substring(0, slash));
    }
  }

  /** Who points at the dataset, or at anything in it; empty when nobody does. */
  Optional<String> to(Dataset dataset) {
    return direct(dataset).or(() -> Optional.ofNullable(within.get(dataset.subject())));
  }

  private Optional<String> direct(Dataset dataset) {
    return linked(dataset.subject())
        .or(() -> Optional.ofNullable(byName.get(dataset.leaf())))
        .or(() -> dataset.property(CsiMarks.VOLUME_NAME).map(byName::get))
        .or(() -> Optional.ofNullable(sessions.get(key(dataset.nas(), dataset.id()))));
  }

  /** Who bears a name that a driver would give to what it makes; empty when nobody does. */
  Optional<String> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The live session on a dataset; empty when there is none. */
  Optional<String> session(Dataset dataset) {
    return Optional.ofNullable(sessions.get(key(dataset.nas(), dataset.id())));
  }

  private Optional<String> linked(Subject to) {
    return night.join().linksTo(to).stream()
        .map(Link::from)
        .map(Object::toString)
        .sorted()
        .findFirst();
  }

  /** Who points at the snapshot; empty when nobody does. */
  Optional<String> to(ZfsSnapshot snapshot) {
    return linked(snapshot.subject()).or(() -> Optional.ofNullable(byName.get(snapshot.name())));
  }

  /** One sentence for every clone of the dataset's snapshots, sorted. */
  List<String> clones(Dataset dataset) {
    return night.join().clonesOf(dataset).stream()
        .sorted(Comparator.comparing(Dataset::id))
        .map(
            clone ->
                "its snapshot %s is the origin of %s%s: space shared with a clone is not freed"
                    .formatted(
                        clone.origin().orElseThrow().replaceFirst(".*@", "@"),
                        clone.id(),
                        by(clone)))
        .toList();
  }

  /** One sentence for every clone of the snapshot, sorted. */
  List<String> clones(ZfsSnapshot snapshot) {
    Subject dataset = Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
    return night.join().dataset(dataset).map(night.join()::clonesOf).orElse(List.of()).stream()
        .filter(clone -> clone.origin().filter(snapshot.id()::equals).isPresent())
        .map(clone -> "%s is a clone of it%s".formatted(clone.id(), by(clone)))
        .sorted()
        .toList();
  }

  private String by(Dataset clone) {
    Stream<String> owners =
        night.join().linksTo(clone.subject()).stream()
            .flatMap(link -> Stream.ofNullable(claims.get(link.from())))
            .map(claim -> ", claim " + claim)
            .sorted();
    return to(clone).map(by -> " (" + by + owners.findFirst().orElse("") + ")").orElse("");
  }
}
