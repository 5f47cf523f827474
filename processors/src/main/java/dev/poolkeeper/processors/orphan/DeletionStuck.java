package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.reconcile.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 109: a deletion that was asked for longer ago than the grace period and has not ended. Needs the
 * object's own list. Objects with nothing on a TrueNAS behind them are not judged.
 */
final class DeletionStuck implements Rule {

  private final Night night;
  private final References references;
  private final ClaimUses uses;
  private final Drivers drivers;
  private final Map<Subject, VolumeSnapshotContent> contents = new HashMap<>();

  DeletionStuck(Night night, References references, ClaimUses uses, Drivers drivers) {
    this.night = night;
    this.references = references;
    this.uses = uses;
    this.drivers = drivers;
    contents().forEach(content -> contents.put(content.subject(), content));
  }

  private Stream<VolumeSnapshotContent> contents() {
    return night.all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class).stream();
  }

  @Override
  public FindingCode code() {
    return FindingCode.DELETION_STUCK;
  }

  @Override
  public Stream<Verdict> judge() {
    return Stream.of(claims(), volumes(), snapshotContents(), snapshots()).flatMap(stuck -> stuck);
  }

  private boolean longAgo(Optional<Instant> deletedAt) {
    return deletedAt.filter(at -> !night.tooYoung(at)).isPresent();
  }

  private Stream<Verdict> claims() {
    return night.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).stream()
        .filter(claim -> longAgo(claim.deletedAt()))
        .filter(claim -> claim.volumeName().filter(v -> inScope(claim.cluster(), v)).isPresent())
        .map(
            claim ->
                verdict(
                    claim.subject(),
                    evidence(claim.deletedAt(), claim.finalizers()),
                    uses.mountedBy(claim.subject()).map(user -> user + " still uses it").stream(),
                    claim.keep()));
  }

  private boolean inScope(String cluster, String volume) {
    return inScope(Subject.of(cluster, ObjectKind.PERSISTENT_VOLUME, volume));
  }

  private boolean inScope(Subject object) {
    return night.join().match(object).filter(m -> !(m instanceof Match.OutOfScope)).isPresent();
  }

  private Stream<Verdict> volumes() {
    return night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .filter(volume -> longAgo(volume.deletedAt()) && inScope(volume.subject()))
        .map(
            volume ->
                verdict(
                    volume.subject(),
                    evidence(volume.deletedAt(), volume.finalizers()),
                    clones(volume),
                    volume.keep()));
  }

  private Stream<String> clones(PersistentVolume volume) {
    return night.join().linksFrom(volume.subject()).stream()
        .flatMap(link -> night.join().dataset(link.to()).stream())
        .flatMap(dataset -> references.clones(dataset).stream());
  }

  private Stream<Verdict> snapshotContents() {
    return contents()
        .filter(content -> longAgo(content.deletedAt()) && ours(content))
        .map(
            content ->
                verdict(
                    content.subject(),
                    evidence(content.deletedAt(), content.finalizers()),
                    content.error().map(error -> "its driver says: " + error).stream(),
                    content.keep()));
  }

  private boolean ours(VolumeSnapshotContent content) {
    return drivers.onTrueNas(content.cluster(), content.driver());
  }

  private Stream<Verdict> snapshots() {
    return night.all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class).stream()
        .filter(snapshot -> longAgo(snapshot.deletedAt()))
        .filter(snapshot -> content(snapshot).filter(this::ours).isPresent())
        .map(
            snapshot ->
                verdict(
                    snapshot.subject(),
                    evidence(snapshot.deletedAt(), snapshot.finalizers()),
                    snapshot.error().map(error -> "its driver says: " + error).stream(),
                    snapshot.keep()));
  }

  private Optional<VolumeSnapshotContent> content(VolumeSnapshot snapshot) {
    return snapshot
        .content()
        .map(name -> Subject.of(snapshot.cluster(), ObjectKind.VOLUME_SNAPSHOT_CONTENT, name))
        .flatMap(subject -> Optional.ofNullable(contents.get(subject)));
  }

  private static List<String> evidence(Optional<Instant> deletedAt, List<String> finalizers) {
    List<String> evidence = new ArrayList<>();
    evidence.add("deletion asked for at " + deletedAt.orElseThrow());
    if (!finalizers.isEmpty()) {
      evidence.add("held by finalizer " + String.join(", ", finalizers));
    }
    return evidence;
  }

  private Verdict verdict(
      Subject subject, List<String> evidence, Stream<String> more, Optional<String> keep) {
    return night.verdict(code(), subject, Stream.concat(evidence.stream(), more).toList(), keep);
  }
}
