package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Objects of Kubernetes. Where their driver can do the work it is left to it; where their policy
 * retains, only the object goes, and what it leaves on the TrueNAS is a finding of its own then.
 */
final class ClusterPlanner {

  private static final String RETAIN = "Retain";

  private final Night night;
  private final Dependents dependents;
  private final Map<Subject, PersistentVolume> volumes = new HashMap<>();
  private final Map<Subject, VolumeSnapshotContent> contents = new HashMap<>();
  private final Map<Subject, VolumeSnapshot> snapshots = new HashMap<>();

  ClusterPlanner(Night night, Dependents dependents) {
    this.night = night;
    this.dependents = dependents;
    night
        .all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)
        .forEach(volume -> volumes.put(volume.subject(), volume));
    night
        .all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)
        .forEach(content -> contents.put(content.subject(), content));
    night
        .all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class)
        .forEach(snapshot -> snapshots.put(snapshot.subject(), snapshot));
  }

  /** 103. */
  Planned released(Subject subject) {
    PersistentVolume volume = volumes.get(subject);
    if (volume == null) {
      return new Planned.Nothing("it is not there any more");
    }
    if (!volume.reclaimPolicy().equals(RETAIN) || !volume.phase().equals("Released")) {
      return new Planned.Nothing(
          "its driver is asked to delete it (%s, %s) and does not get there: what the evidence names"
                  .formatted(volume.phase(), volume.reclaimPolicy())
              + " has to be taken out of its way");
    }
    return steps(
        FindingCode.VOLUME_STUCK_RELEASED,
        subject,
        List.of(Steps.delete(volume)),
        deleting(subject, volume.deletedAt().isPresent(), volume.finalizers()),
        Reclaim.NOTHING);
  }

  /** 203. */
  Planned withoutSnapshotObject(Subject subject, OptionalLong reclaimable) {
    VolumeSnapshotContent content = contents.get(subject);
    if (content == null) {
      return new Planned.Nothing("it is not there any more");
    }
    List<Blocker> blockers =
        deleting(subject, content.deletedAt().isPresent(), content.finalizers());
    return content.deletionPolicy().equals(RETAIN)
        ? steps(
            FindingCode.CONTENT_WITHOUT_SNAPSHOT_OBJECT,
            subject,
            List.of(Steps.deleteObject(content)),
            blockers,
            Reclaim.NOTHING)
        : steps(
            FindingCode.CONTENT_WITHOUT_SNAPSHOT_OBJECT,
            subject,
            List.of(Steps.deleteWithSnapshot(content)),
            Stream.concat(blockers.stream(), needed(subject)).toList(),
            Reclaim.exactly(reclaimable));
  }

  /** What needs the snapshot, or the copy, that would be destroyed with the content. */
  private Stream<Blocker> needed(Subject content) {
    return night.join().linksFrom(content).stream()
        .map(Link::to)
        .distinct()
        .sorted()
        .flatMap(
            to ->
                night
                    .join()
                    .snapshots()
                    .find(to.source(), to.name())
                    .map(snapshot -> dependents.ofSnapshot(snapshot, Optional.of(content)))
                    .orElseGet(() -> ofCopy(to, content))
                    .stream());
  }

  private List<Blocker> ofCopy(Subject copy, Subject content) {
    List<Blocker> blockers = new ArrayList<>();
    night
        .join()
        .dataset(copy)
        .map(night.join()::clonesOf)
        .orElse(List.of())
        .forEach(clone -> blockers.add(dependents.clone(clone)));
    blockers.addAll(dependents.references(copy, Optional.of(content)));
    return blockers;
  }

  /** 201: what it stood for is gone, so nothing is lost with it. */
  Planned withoutBackend(Subject subject) {
    VolumeSnapshotContent content = contents.get(subject);
    if (content == null) {
      return new Planned.Nothing("it is not there any more");
    }
    List<Step> steps = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    owner(content)
        .ifPresent(
            snapshot -> {
              steps.add(Steps.delete(snapshot));
              blockers.addAll(
                  deleting(
                      snapshot.subject(), snapshot.deletedAt().isPresent(), snapshot.finalizers()));
            });
    blockers.addAll(deleting(subject, content.deletedAt().isPresent(), content.finalizers()));
    // deleting a VolumeSnapshot takes along a content whose policy is Delete
    if (steps.isEmpty() || content.deletionPolicy().equals(RETAIN)) {
      steps.add(Steps.deleteObject(content));
    }
    return steps(
        FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND, subject, steps, blockers, Reclaim.NOTHING);
  }

  private Optional<VolumeSnapshot> owner(VolumeSnapshotContent content) {
    Subject subject =
        Subject.of(
            content.cluster(),
            ObjectKind.VOLUME_SNAPSHOT,
            content.snapshotNamespace() + "/" + content.snapshotName());
    return Optional.ofNullable(snapshots.get(subject))
        .filter(s -> content.snapshotUid().filter(s.uid()::equals).isPresent());
  }

  private static List<Blocker> deleting(
      Subject subject, boolean deleting, List<String> finalizers) {
    return deleting
        ? List.of(
            Blocker.of(
                Blocker.Kind.FINALIZER,
                subject,
                "its deletion was asked for already"
                    + (finalizers.isEmpty()
                        ? ""
                        : " and waits for " + String.join(", ", finalizers))))
        : List.of();
  }

  private static Planned steps(
      FindingCode code,
      Subject subject,
      List<Step> steps,
      List<Blocker> blockers,
      Reclaim reclaim) {
    return new Planned.Steps(new Plan(code, subject, steps, blockers, reclaim, Set.of()));
  }
}
