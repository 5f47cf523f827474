package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says of each thing that was left behind, or is missing, why it probably is so: from tonight's
 * facts and from what our own ledger saw of it. Where neither shows a cause none is named. The
 * order within a code is the order of trust: what was seen happening before what is merely in the
 * way.
 */
public final class Causes {

  private final Night night;
  private final Map<Subject, InventoryObject> objects = new HashMap<>();
  private final Set<String> clusters;
  private final VolumeCauses volumes;
  private final LeftoverCauses leftovers;
  private final SnapshotCauses snapshots;
  private final ContentCauses contents;
  private final ServingCauses servings;
  private final FormerClusters former;

  private Causes(Night night, List<Candidate> candidates, History history) {
    this.night = night;
    note(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class);
    note(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class);
    note(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class);
    this.clusters = new TreeSet<>(night.completeness().estate().clusters());
    Set<Subject> asked = new HashSet<>();
    candidates.forEach(candidate -> asked(candidate).forEach(asked::add));
    Memory memory = new Memory(history, asked, clusters);
    Blockers blockers = new Blockers(night);
    ClusterIdentities identities = new ClusterIdentities(night);
    SilentReleases silent = new SilentReleases(night);
    this.volumes = new VolumeCauses(night, memory, blockers);
    this.leftovers = new LeftoverCauses(night, memory, blockers, identities, silent);
    this.snapshots = new SnapshotCauses(night, memory, blockers, identities, silent);
    this.contents = new ContentCauses(night, memory, blockers);
    this.former = new FormerClusters(night, history);
    this.servings = new ServingCauses(memory);
  }

  /** The same verdicts in the same order, candidates with their cause where it is known. */
  public static List<Verdict> explain(List<Verdict> verdicts, Night night, History history) {
    List<Candidate> candidates =
        verdicts.stream().filter(Candidate.class::isInstance).map(Candidate.class::cast).toList();
    Causes causes = new Causes(night, candidates, history);
    return verdicts.stream()
        .<Verdict>map(
            verdict ->
                verdict instanceof Candidate candidate
                    ? candidate.because(causes.of(candidate))
                    : verdict)
        .toList();
  }

  private <T extends InventoryObject> void note(ObjectKind kind, Class<T> type) {
    night.all(kind, type).forEach(object -> objects.put(object.subject(), object));
  }

  /** Of which objects the ledger may remember something that tells. */
  private Stream<Subject> asked(Candidate candidate) {
    Subject subject = candidate.subject();
    return switch (candidate.code()) {
      case VOLUME_WITHOUT_BACKEND, SNAPSHOT_OBJECT_WITHOUT_BACKEND -> Stream.of(subject);
      case BACKEND_WITHOUT_VOLUME ->
          dataset(subject).map(d -> LeftoverCauses.volumeName(d, night)).stream()
              .flatMap(this::volumesNamed);
      case SHARE_WITHOUT_DATASET, TARGET_OR_EXTENT_WITHOUT_BACKING ->
          ServingCauses.volumeName(candidate).stream().flatMap(this::volumesNamed);
      case TEMPORARY_SNAPSHOT_LEFT ->
          snapshot(subject).flatMap(TemporaryName::madeFor).stream().flatMap(this::volumesNamed);
      case BACKEND_SNAPSHOT_WITHOUT_CONTENT ->
          snapshot(subject).map(ZfsSnapshot::name).stream().flatMap(this::contentsOf);
      case DETACHED_SNAPSHOT_ORPHAN ->
          dataset(subject).map(Dataset::leaf).stream().flatMap(this::contentsOf);
      default -> Stream.empty();
    };
  }

  private Stream<Subject> volumesNamed(String name) {
    return Memory.everywhere(clusters, ObjectKind.PERSISTENT_VOLUME, name).stream();
  }

  private Stream<Subject> contentsOf(String snapshotName) {
    return SnapshotCauses.contentName(snapshotName).stream()
        .flatMap(
            name -> Memory.everywhere(clusters, ObjectKind.VOLUME_SNAPSHOT_CONTENT, name).stream());
  }

  private Optional<ProbableCause> of(Candidate candidate) {
    Subject subject = candidate.subject();
    return switch (candidate.code()) {
      case VOLUME_WITHOUT_BACKEND -> object(subject, PersistentVolume.class).flatMap(volumes::lost);
      case BACKEND_WITHOUT_VOLUME ->
          former.goneWith(subject).or(() -> dataset(subject).flatMap(leftovers::of));
      case VOLUME_STUCK_RELEASED ->
          object(subject, PersistentVolume.class).flatMap(volumes::released);
      case SHARE_WITHOUT_DATASET, TARGET_OR_EXTENT_WITHOUT_BACKING -> servings.of(candidate);
      case DELETION_STUCK -> stuck(subject);
      case SNAPSHOT_OBJECT_WITHOUT_BACKEND ->
          object(subject, VolumeSnapshotContent.class).flatMap(contents::lost);
      case BACKEND_SNAPSHOT_WITHOUT_CONTENT ->
          former.goneWith(subject).or(() -> snapshot(subject).flatMap(snapshots::leftover));
      case CONTENT_WITHOUT_SNAPSHOT_OBJECT ->
          object(subject, VolumeSnapshotContent.class).flatMap(contents::kept);
      case TEMPORARY_SNAPSHOT_LEFT -> snapshot(subject).flatMap(snapshots::temporary);
      case DETACHED_SNAPSHOT_ORPHAN ->
          former.goneWith(subject).or(() -> dataset(subject).flatMap(snapshots::leftover));
      default -> Optional.empty();
    };
  }

  private Optional<ProbableCause> stuck(Subject subject) {
    Optional<VolumeSnapshotContent> content =
        object(subject, VolumeSnapshot.class)
            .flatMap(VolumeSnapshot::content)
            .map(name -> Subject.of(subject.source(), ObjectKind.VOLUME_SNAPSHOT_CONTENT, name))
            .or(() -> Optional.of(subject))
            .flatMap(named -> object(named, VolumeSnapshotContent.class));
    return object(subject, PersistentVolume.class)
        .flatMap(volumes::stuck)
        .or(() -> content.flatMap(contents::stuck));
  }

  private <T extends InventoryObject> Optional<T> object(Subject subject, Class<T> type) {
    return Optional.ofNullable(objects.get(subject)).filter(type::isInstance).map(type::cast);
  }

  private Optional<Dataset> dataset(Subject subject) {
    return night.join().dataset(subject);
  }

  private Optional<ZfsSnapshot> snapshot(Subject subject) {
    return night.join().snapshots().find(subject.source(), subject.name());
  }
}
