package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who would miss a dataset or a snapshot: clones, holds, and the objects of clusters. */
final class Dependents {

  private final Night night;
  private final Map<Subject, PersistentVolume> volumes = new HashMap<>();

  Dependents(Night night) {
    this.night = night;
    night
        .all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)
        .forEach(volume -> volumes.put(volume.subject(), volume));
  }

  /** The claim, or else the object, that needs a dataset; empty when none is known to. */
  Optional<String> ownerOf(Dataset dataset) {
    return night.join().linksTo(dataset.subject()).stream()
        .map(Link::from)
        .sorted()
        .findFirst()
        .map(this::owner);
  }

  private String owner(Subject from) {
    return Optional.ofNullable(volumes.get(from))
        .flatMap(PersistentVolume::claim)
        .map(ClaimReference::toString)
        .map(claim -> "claim " + from.source() + "/" + claim)
        .orElse(from.toString());
  }

  /** A clone stands on a snapshot; the suggestion turns their order around. */
  Blocker clone(Dataset clone) {
    Optional<String> owner = ownerOf(clone);
    Blocker blocker =
        Blocker.of(
                Blocker.Kind.CLONE,
                clone.subject(),
                "%s was cloned from its snapshot %s"
                    .formatted(clone.id(), clone.origin().orElse("").replaceFirst(".*@", "@")))
            .owned(owner);
    return blocker.suggesting(
        owner.isPresent()
            ? "midclt call pool.dataset.promote %s on %s: the clone takes the shared snapshots over"
                .formatted(clone.id(), clone.nas())
            : "see whether the clone itself may go first");
  }

  /** What keeps a snapshot from being destroyed for itself, or by its content. */
  List<Blocker> ofSnapshot(ZfsSnapshot snapshot, Optional<Subject> content) {
    List<Blocker> blockers = new ArrayList<>();
    clones(snapshot).forEach(clone -> blockers.add(clone(clone)));
    if (snapshot.held().orElse(false)) {
      blockers.add(Blocker.of(Blocker.Kind.HOLD, snapshot.subject(), "a hold keeps it"));
    }
    pending(snapshot).ifPresent(blockers::add);
    blockers.addAll(references(snapshot.subject(), content));
    return blockers;
  }

  /** Of a snapshot that was to go already, and stays though nothing that is told keeps it. */
  Optional<Blocker> pending(ZfsSnapshot snapshot) {
    boolean told = snapshot.held().orElse(false) || !clones(snapshot).isEmpty();
    return snapshot.destroyPending() && !told
        ? Optional.of(
            Blocker.of(
                    Blocker.Kind.HOLD,
                    snapshot.subject(),
                    "@%s was to go already, and something that is not told keeps it"
                        .formatted(snapshot.name()))
                .suggesting(
                    "ask what does: zfs holds %s on %s".formatted(snapshot.id(), snapshot.nas())))
        : Optional.empty();
  }

  private List<Dataset> clones(ZfsSnapshot snapshot) {
    return night
        .join()
        .dataset(Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset()))
        .map(night.join()::clonesOf)
        .orElse(List.of())
        .stream()
        .filter(clone -> clone.origin().filter(snapshot.id()::equals).isPresent())
        .sorted(Comparator.comparing(Dataset::id))
        .toList();
  }

  /**
   * The volumes and contents that stand on an object, however sure that is.
   *
   * @param except the one that goes itself
   */
  List<Blocker> references(Subject zfs, Optional<Subject> except) {
    return night.join().linksTo(zfs).stream()
        .map(Link::from)
        .filter(from -> !except.equals(Optional.of(from)))
        .distinct()
        .sorted()
        .map(
            from ->
                Blocker.of(Blocker.Kind.REFERENCE, from, "%s stands on %s".formatted(from, zfs))
                    .owned(Optional.of(owner(from))))
        .toList();
  }
}
