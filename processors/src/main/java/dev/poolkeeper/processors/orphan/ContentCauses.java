package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Why a VolumeSnapshotContent has lost its ZFS snapshot (201) or its VolumeSnapshot (203), or
 * cannot be deleted (109).
 */
final class ContentCauses {

  private final Night night;
  private final Memory memory;
  private final Blockers blockers;

  /** Volumes of each cluster by handle, as {@code cluster:handle}. */
  private final Set<String> volumes = new HashSet<>();

  ContentCauses(Night night, Memory memory, Blockers blockers) {
    this.night = night;
    this.memory = memory;
    this.blockers = blockers;
    night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .map(volume -> volume.cluster() + ":" + volume.source().handle())
        .forEach(volumes::add);
  }

  /** 201 */
  Optional<ProbableCause> lost(VolumeSnapshotContent content) {
    return memory.of(content.subject()).stream()
        .flatMap(past -> past.stoodOn().stream())
        .flatMap(backend -> memory.of(backend).stream())
        .filter(backend -> backend.missedOn().isPresent())
        .findFirst()
        .map(backend -> lost(content, backend))
        .orElseGet(() -> withItsVolume(content));
  }

  private Optional<ProbableCause> lost(VolumeSnapshotContent content, Past backend) {
    Optional<Past> dataset =
        Memory.datasetOf(backend.subject())
            .flatMap(memory::of)
            .filter(past -> past.goneBy(backend.missedOn().orElseThrow()));
    if (dataset.isPresent() && !hasVolume(content)) {
      return Optional.of(
          new ProbableCause(
              Cause.DESTROYED_WITH_VOLUME,
              "%s was gone on %s, and the snapshot with it"
                  .formatted(dataset.get().subject(), dataset.get().missedOn().orElseThrow())));
    }
    return Optional.of(
        new ProbableCause(
            Cause.DELETED_OUTSIDE,
            "%s was there on %s and gone on %s, while the content stayed"
                .formatted(
                    backend.subject(), backend.lastSeenOn(), backend.missedOn().orElseThrow())));
  }

  private boolean hasVolume(VolumeSnapshotContent content) {
    return content
        .sourceVolumeHandle()
        .filter(handle -> volumes.contains(content.cluster() + ":" + handle))
        .isPresent();
  }

  /** A detached copy outlives its volume; a snapshot on the volume's dataset cannot. */
  private Optional<ProbableCause> withItsVolume(VolumeSnapshotContent content) {
    boolean onVolume = content.handle().filter(handle -> handle.contains("@")).isPresent();
    return content
        .sourceVolumeHandle()
        .filter(handle -> onVolume && !hasVolume(content) && nowhere(handle))
        .map(
            handle ->
                new ProbableCause(
                    Cause.DESTROYED_WITH_VOLUME,
                    "neither a PersistentVolume nor a dataset of volume %s is there any more"
                        .formatted(handle)));
  }

  private boolean nowhere(String handle) {
    String leaf = handle.substring(handle.lastIndexOf('/') + 1);
    return night.completeness().estate().nas().stream()
        .map(night.join()::nas)
        .allMatch(nas -> nas.withLeaf(leaf).isEmpty() && nas.withVolumeName(leaf).isEmpty());
  }

  /** 203 */
  Optional<ProbableCause> kept(VolumeSnapshotContent content) {
    return content.deletionPolicy().equals("Retain")
        ? Optional.of(
            new ProbableCause(
                Cause.RETAIN_POLICY,
                "its deletion policy is Retain, and its VolumeSnapshot is gone"))
        : Optional.empty();
  }

  /** 109 */
  Optional<ProbableCause> stuck(VolumeSnapshotContent content) {
    Optional<Subject> backend = night.join().link(content.subject()).map(Link::to);
    return backend
        .flatMap(to -> night.join().snapshots().find(to.source(), to.name()))
        .flatMap(blockers::clone)
        .or(() -> backend.flatMap(night.join()::dataset).flatMap(blockers::clone));
  }
}
