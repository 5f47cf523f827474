package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.reconcile.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 204: a VolumeSnapshot older than the grace that is not ready. Needs its cluster's snapshots and
 * contents. Judged only when its driver, or the volume it is of, is known to be on a TrueNAS.
 */
final class SnapshotNotReady implements Rule {

  private final Night night;
  private final Drivers drivers;
  private final Map<Subject, VolumeSnapshotContent> contents = new HashMap<>();
  private final Map<Subject, PersistentVolumeClaim> claims = new HashMap<>();

  SnapshotNotReady(Night night, Drivers drivers) {
    this.night = night;
    this.drivers = drivers;
    night
        .all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)
        .forEach(content -> contents.put(content.subject(), content));
    night
        .all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)
        .forEach(claim -> claims.put(claim.subject(), claim));
  }

  @Override
  public FindingCode code() {
    return FindingCode.SNAPSHOT_NOT_READY;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class).stream()
        .filter(snapshot -> !snapshot.ready() && snapshot.deletedAt().isEmpty())
        .filter(snapshot -> !night.tooYoung(snapshot.createdAt()))
        .filter(this::onTrueNas)
        .map(this::say);
  }

  private boolean onTrueNas(VolumeSnapshot snapshot) {
    Optional<VolumeSnapshotContent> content = content(snapshot);
    return content.isPresent()
        ? drivers.onTrueNas(snapshot.cluster(), content.get().driver())
        : volume(snapshot)
            .flatMap(night.join()::match)
            .filter(match -> !(match instanceof Match.OutOfScope))
            .isPresent();
  }

  private Optional<VolumeSnapshotContent> content(VolumeSnapshot snapshot) {
    return snapshot
        .content()
        .map(name -> Subject.of(snapshot.cluster(), ObjectKind.VOLUME_SNAPSHOT_CONTENT, name))
        .flatMap(subject -> Optional.ofNullable(contents.get(subject)));
  }

  private Optional<Subject> volume(VolumeSnapshot snapshot) {
    return snapshot
        .claim()
        .map(name -> snapshot.namespace() + "/" + name)
        .map(name -> Subject.of(snapshot.cluster(), ObjectKind.PERSISTENT_VOLUME_CLAIM, name))
        .flatMap(subject -> Optional.ofNullable(claims.get(subject)))
        .flatMap(PersistentVolumeClaim::volumeName)
        .map(name -> Subject.of(snapshot.cluster(), ObjectKind.PERSISTENT_VOLUME, name));
  }

  private Verdict say(VolumeSnapshot snapshot) {
    Optional<VolumeSnapshotContent> content = content(snapshot);
    List<String> evidence = new ArrayList<>();
    evidence.add("created %s and not ready".formatted(snapshot.createdAt()));
    snapshot.claim().ifPresent(claim -> evidence.add("of claim " + claim));
    evidence.add(
        content
            .map(
                c ->
                    "content %s, %s"
                        .formatted(
                            c.name(),
                            c.handle().map(h -> "snapshotHandle " + h).orElse("without a handle")))
            .orElse("no content was made for it"));
    snapshot
        .error()
        .or(() -> content.flatMap(VolumeSnapshotContent::error))
        .ifPresent(error -> evidence.add("last error: " + error));
    Optional<String> keep = snapshot.keep().or(() -> content.flatMap(VolumeSnapshotContent::keep));
    return night.verdict(code(), snapshot.subject(), evidence, keep);
  }
}
