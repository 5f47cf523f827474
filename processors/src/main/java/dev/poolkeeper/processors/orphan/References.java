package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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

  private final NasUses nasUses;
  private final ReplicationSources replication;
  private final Obstacles obstacles;
  private final HandMadeShares handMade;
  private final VeleroBackups backups;

  /** The claims of volumes, by volume. */
  private final Map<Subject, ClaimReference> claims = new HashMap<>();

  /** Datasets that hold something in use: a snapshot of theirs, or a dataset inside them. */
  private final Map<Subject, String> within = new HashMap<>();

  References(Night night) {
    this.night = night;
    this.nasUses = new NasUses(night);
    this.replication = new ReplicationSources(night);
    this.obstacles = new Obstacles(night, replication);
    this.handMade = new HandMadeShares(night);
    this.backups = new VeleroBackups(night);
    noteVolumes();
    noteSnapshots();
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
      lastComponents(volume.source()).forEach(name -> note(name, volume));
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

  /**
   * The names that a volume's fields may give a dataset. Drivers that are not known here write it
   * last, between hash signs, or with underscores for its slashes (contract 8.2c).
   */
  private static Stream<String> lastComponents(VolumeSource source) {
    Stream<String> parts = Stream.of(source.handle().split("#", -1));
    return Stream.of(
            parts.map(References::lastComponent),
            Stream.of(source.handle()),
            source.attribute("zfs_asset_name").map(References::lastComponent).stream())
        .flatMap(names -> names)
        .distinct();
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

  private void noteHolders() {
    night
        .join()
        .links()
        .filter(link -> link.to().path().startsWith(ObjectKind.ZFS_SNAPSHOT.plural() + "/"))
        .forEach(link -> within.merge(datasetOf(link.to()), link.from() + "", References::first));
    all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
        .filter(BackendSnapshotWithoutContent::possible)
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
        .or(() -> Optional.ofNullable(byName.get(dataset.id().replace('/', '_'))))
        .or(() -> nasUses.of(dataset));
  }

  /** Who bears a name that a driver would give to what it makes; empty when nobody does. */
  Optional<String> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Who uses the dataset on its NAS, by a session for one; empty when nobody is known to. */
  Optional<String> onNas(Dataset dataset) {
    return nasUses.of(dataset);
  }

  /** What stands in the way of deleting the dataset though nobody uses it, one sentence each. */
  List<String> obstacles(Dataset dataset) {
    return obstacles.of(dataset);
  }

  /** Whether a hold keeps the dataset's space from being freed. */
  boolean held(Dataset dataset) {
    return obstacles.held(dataset);
  }

  /**
   * Why the lists cannot say whether the dataset may go: a person shares it, or Velero may keep a
   * snapshot of it. Empty when they can.
   */
  Optional<Gap> takenOver(Dataset dataset) {
    return handMade
        .of(dataset)
        .map(share -> Gap.unresolved("no driver made %s, which serves it".formatted(share)))
        .or(() -> backups.within(dataset));
  }

  /** Why a snapshot, or copy, of this age may be kept for a restore; empty when it is not. */
  Optional<Gap> keptForRestore(Optional<Instant> createdAt) {
    return backups.keeping(createdAt);
  }

  /** Why the snapshot may be the base of a replication's next run; empty when it is not. */
  Optional<Gap> replicationBase(ZfsSnapshot snapshot) {
    return replication
        .startingFrom(snapshot)
        .map(
            task ->
                Gap.unresolved(
                    "it is the newest snapshot of what %s (%s) sends: its next run may start from"
                            .formatted(task.subject(), task.name())
                        + " it"));
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
