package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the VolumeSnapshots of a claim were made that are ready and that still have something behind
 * them: ZFS' own time of the snapshot or detached copy; Kubernetes' time of what is kept on another
 * appliance. One whose ZFS snapshot is gone protects nothing (PK201).
 */
final class ReadySnapshots {

  private final Night night;
  private final SnapshotShelf shelf;
  private final Map<Subject, List<VolumeSnapshot>> byClaim = new HashMap<>();

  ReadySnapshots(Night night, SnapshotShelf shelf) {
    this.night = night;
    this.shelf = shelf;
    for (VolumeSnapshot snapshot : night.all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class)) {
      if (snapshot.ready() && snapshot.deletedAt().isEmpty()) {
        snapshot
            .claim()
            .map(name -> snapshot.namespace() + "/" + name)
            .map(name -> Subject.of(snapshot.cluster(), ObjectKind.PERSISTENT_VOLUME_CLAIM, name))
            .ifPresent(
                claim -> byClaim.computeIfAbsent(claim, c -> new ArrayList<>(1)).add(snapshot));
      }
    }
  }

  /** The newest; empty when there is none. */
  Optional<Instant> newest(PersistentVolumeClaim claim, Subject dataset) {
    return byClaim.getOrDefault(claim.subject(), List.of()).stream()
        .flatMap(snapshot -> madeAt(snapshot, claim, dataset).stream())
        .max(Instant::compareTo);
  }

  private Optional<Instant> madeAt(
      VolumeSnapshot snapshot, PersistentVolumeClaim claim, Subject dataset) {
    return snapshot
        .content()
        .map(name -> Subject.of(snapshot.cluster(), ObjectKind.VOLUME_SNAPSHOT_CONTENT, name))
        .flatMap(content -> night.join().match(content))
        .flatMap(
            match -> {
              boolean ofThisClaim = !snapshot.createdAt().isBefore(claim.createdAt());
              if (match instanceof Match.OutOfScope) {
                return Optional.of(snapshot.createdAt()).filter(at -> ofThisClaim);
              }
              return backends(match, dataset, ofThisClaim).max(Instant::compareTo);
            });
  }

  /**
   * Times of what the content stands on.
   *
   * @param ofThisClaim whether the VolumeSnapshot is not older than the claim: a detached copy does
   *     not show which claim of that name it was taken of
   */
  private Stream<Instant> backends(Match match, Subject dataset, boolean ofThisClaim) {
    return match instanceof Match.Linked linked
        ? linked.links().stream()
            .map(Link::to)
            .map(to -> madeAt(to, dataset, ofThisClaim).orElse(null))
            .filter(Objects::nonNull)
        : Stream.empty();
  }

  private Optional<Instant> madeAt(Subject backend, Subject dataset, boolean ofThisClaim) {
    Optional<Dataset> copy = night.join().dataset(backend);
    if (copy.isPresent()) {
      return copy.filter(c -> ofThisClaim).flatMap(Dataset::createdAt);
    }
    return night
        .join()
        .snapshots()
        .find(backend.source(), backend.name())
        .filter(zfs -> zfs.nas().equals(dataset.source()))
        .filter(zfs -> zfs.dataset().equals(dataset.name()))
        .filter(shelf::protects)
        .flatMap(ZfsSnapshot::createdAt);
  }
}
