package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what rules of the configuration may know of a subject: where it is, which claim it is or
 * was for, of which class, and on which dataset it stands. Of an object that is gone only its own
 * name is known. Pure; indexes the night once, then O(1) per subject.
 */
public final class FactFinder {

  private static final SubjectFacts NOTHING = new SubjectFacts(Map.of());

  private static final ObjectKind CONTENT = ObjectKind.VOLUME_SNAPSHOT_CONTENT;

  private final Night night;
  private final Map<Subject, InventoryObject> objects = new HashMap<>();

  public FactFinder(Night night) {
    this.night = night;
    index(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class);
    index(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class);
    index(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class);
    index(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class);
    index(ObjectKind.VOLUME_ATTACHMENT, VolumeAttachment.class);
    index(ObjectKind.ISCSI_EXTENT, IscsiExtent.class);
    index(ObjectKind.NFS_SHARE, NfsShare.class);
    index(ObjectKind.SMB_SHARE, SmbShare.class);
  }

  private <T extends InventoryObject> void index(ObjectKind kind, Class<T> type) {
    night.all(kind, type).forEach(object -> objects.put(object.subject(), object));
  }

  public SubjectFacts of(Subject subject) {
    SubjectFacts facts = place(subject).and(named(subject));
    if (known(subject, PersistentVolume.class).isPresent()) {
      return facts.and(volume(subject));
    }
    return facts
        .and(known(subject, PersistentVolumeClaim.class).map(this::claim).orElse(NOTHING))
        .and(known(subject, VolumeSnapshot.class).map(this::snapshot).orElse(NOTHING))
        .and(known(subject, VolumeSnapshotContent.class).map(this::content).orElse(NOTHING))
        .and(known(subject, VolumeAttachment.class).map(this::attachment).orElse(NOTHING))
        .and(onNas(subject));
  }

  private <T extends InventoryObject> Optional<T> known(Subject subject, Class<T> type) {
    return Optional.ofNullable(objects.get(subject)).filter(type::isInstance).map(type::cast);
  }

  private SubjectFacts place(Subject subject) {
    boolean cluster = night.inventory().estate().sideOf(subject.source()) == Side.CLUSTER;
    return SubjectFacts.of(subject)
        .with(cluster ? MatchKey.CLUSTER : MatchKey.NAS, subject.source());
  }

  /** What the subject's own name says, also of an object that is gone. */
  private static SubjectFacts named(Subject subject) {
    String name = subject.name();
    String plural = subject.path().split("/", 2)[0];
    ObjectKind kind = ObjectKind.named(plural).orElse(ObjectKind.ALERT);
    return switch (kind) {
      case PERSISTENT_VOLUME_CLAIM -> claim(name);
      case NAMESPACE -> NOTHING.with(MatchKey.NAMESPACE, name);
      case VOLUME_SNAPSHOT -> NOTHING.with(MatchKey.NAMESPACE, name.split("/", 2)[0]);
      case STORAGE_CLASS -> NOTHING.with(MatchKey.STORAGE_CLASS, name);
      case DATASET, POOL -> NOTHING.with(MatchKey.DATASET, name);
      case ZFS_SNAPSHOT -> NOTHING.with(MatchKey.DATASET, name.split("@", 2)[0]);
      default -> NOTHING;
    };
  }

  private static SubjectFacts claim(String name) {
    return NOTHING.with(MatchKey.NAMESPACE, name.split("/", 2)[0]).with(MatchKey.CLAIM, name);
  }

  private SubjectFacts volume(Subject subject) {
    SubjectFacts facts = claimsOf(subject);
    for (Link link : night.join().linksFrom(subject)) {
      facts = facts.and(standsOn(link.to()));
    }
    return facts;
  }

  /** Claim and class of a volume, without what it stands on. */
  private SubjectFacts claimsOf(Subject volume) {
    Optional<PersistentVolume> known = known(volume, PersistentVolume.class);
    SubjectFacts facts =
        known
            .flatMap(PersistentVolume::claim)
            .map(bound -> claim(volume.source(), bound))
            .orElse(NOTHING)
            .and(known.map(PersistentVolume::labels).map(FactFinder::labels).orElse(NOTHING));
    return known
        .map(PersistentVolume::storageClass)
        .filter(name -> !name.isEmpty())
        .map(name -> facts.with(MatchKey.STORAGE_CLASS, name))
        .orElse(facts);
  }

  /** The claim a volume is or was bound to, with its labels as long as it is there. */
  private SubjectFacts claim(String cluster, ClaimReference bound) {
    Subject subject = Subject.of(cluster, ObjectKind.PERSISTENT_VOLUME_CLAIM, bound.toString());
    return claim(bound.toString())
        .and(
            known(subject, PersistentVolumeClaim.class)
                .map(PersistentVolumeClaim::labels)
                .map(FactFinder::labels)
                .orElse(NOTHING));
  }

  private static SubjectFacts standsOn(Subject target) {
    return named(target).with(MatchKey.NAS, target.source());
  }

  private SubjectFacts claim(PersistentVolumeClaim claim) {
    SubjectFacts facts =
        claim
            .storageClass()
            .map(name -> NOTHING.with(MatchKey.STORAGE_CLASS, name))
            .orElse(NOTHING)
            .and(labels(claim.labels()));
    return claim
        .volumeName()
        .map(name -> facts.and(volume(volumeNamed(claim.cluster(), name))))
        .orElse(facts);
  }

  private static SubjectFacts labels(Map<String, String> labels) {
    SubjectFacts facts = NOTHING;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      facts = facts.with(MatchKey.LABEL, label.getKey() + "=" + label.getValue());
    }
    return facts;
  }

  private static Subject volumeNamed(String cluster, String name) {
    return Subject.of(cluster, ObjectKind.PERSISTENT_VOLUME, name);
  }

  private SubjectFacts snapshot(VolumeSnapshot snapshot) {
    return snapshot
        .claim()
        .map(name -> claim(snapshot.namespace() + "/" + name))
        .orElse(NOTHING)
        .and(
            snapshot
                .content()
                .map(name -> Subject.of(snapshot.cluster(), CONTENT, name))
                .map(this::linked)
                .orElse(NOTHING));
  }

  private SubjectFacts content(VolumeSnapshotContent content) {
    Subject snapshot =
        Subject.of(
            content.cluster(),
            ObjectKind.VOLUME_SNAPSHOT,
            content.snapshotNamespace() + "/" + content.snapshotName());
    return linked(content.subject())
        .and(known(snapshot, VolumeSnapshot.class).map(this::snapshot).orElse(NOTHING))
        .with(MatchKey.NAMESPACE, content.snapshotNamespace());
  }

  private SubjectFacts linked(Subject from) {
    SubjectFacts facts = NOTHING;
    for (Link link : night.join().linksFrom(from)) {
      facts = facts.and(standsOn(link.to()));
    }
    return facts;
  }

  private SubjectFacts attachment(VolumeAttachment attachment) {
    return attachment
        .volumeName()
        .map(name -> volume(volumeNamed(attachment.cluster(), name)))
        .orElse(NOTHING);
  }

  /** Who uses a dataset or ZFS snapshot, and what a share or extent leads to. */
  private SubjectFacts onNas(Subject subject) {
    SubjectFacts facts = NOTHING;
    for (Link link : night.join().linksTo(subject)) {
      facts = facts.and(claimsOf(link.from()));
    }
    for (String dataset : datasets(objects.get(subject))) {
      facts = facts.with(MatchKey.DATASET, dataset);
    }
    return facts;
  }

  private static List<String> datasets(@Nullable InventoryObject object) {
    if (object instanceof IscsiExtent extent) {
      return extent.dataset().stream().toList();
    }
    if (object instanceof SmbShare share) {
      return List.of(withoutMount(share.path()));
    }
    return object instanceof NfsShare share
        ? share.paths().stream().map(FactFinder::withoutMount).toList()
        : List.of();
  }

  /** TrueNAS mounts every dataset under /mnt. */
  private static String withoutMount(String path) {
    return path.replaceFirst("^/mnt/", "");
  }
}
