package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 202: a snapshot a CSI driver made that no content refers to. Needs every cluster's contents and
 * the NAS. Periodic and foreign snapshots of a volume inherit its marks and are never meant. What
 * Velero may keep for a restore, or a replication start from, is undecided.
 */
final class BackendSnapshotWithoutContent implements Rule {

  /** csi.truenas.io leaves no marks, but names snapshots by the VolumeSnapshot's uid. */
  static final Pattern GENERATED =
      Pattern.compile("snapshot-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Night night;
  private final References references;
  private final Counted counted;
  private final FormerClusters former;

  BackendSnapshotWithoutContent(
      Night night, References references, Counted counted, FormerClusters former) {
    this.night = night;
    this.references = references;
    this.counted = counted;
    this.former = former;
  }

  @Override
  public FindingCode code() {
    return FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.inventory().all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
        .filter(this::madeByDriver)
        .filter(snapshot -> !snapshot.destroyPending())
        .filter(snapshot -> references.to(snapshot).isEmpty())
        .filter(snapshot -> snapshot.createdAt().filter(night::tooYoung).isEmpty())
        .flatMap(snapshot -> judge(snapshot).stream());
  }

  private boolean madeByDriver(ZfsSnapshot snapshot) {
    return CsiMarks.csiSnapshot(snapshot)
        || (namedByDriver(snapshot) && !night.join().linksTo(dataset(snapshot)).isEmpty());
  }

  private static boolean namedByDriver(ZfsSnapshot snapshot) {
    return snapshot.properties().isEmpty() && GENERATED.matcher(snapshot.name()).matches();
  }

  /**
   * Whether a driver may have made the snapshot for a VolumeSnapshot, as far as it shows. It may
   * inherit the marks of a driver that has none for snapshots.
   */
  static boolean possible(ZfsSnapshot snapshot) {
    return CsiMarks.csiSnapshot(snapshot) || GENERATED.matcher(snapshot.name()).matches();
  }

  private static Subject dataset(ZfsSnapshot snapshot) {
    return Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
  }

  private Optional<Verdict> judge(ZfsSnapshot snapshot) {
    Reconciliation join = night.join();
    NasIndex nas = join.nas(snapshot.nas());
    Optional<Dataset> dataset = nas.dataset(snapshot.dataset());
    if (dataset.flatMap(join.replicas()::reason).isPresent()) {
      return Optional.empty();
    }
    Optional<Gap> gap =
        night
            .gap(code(), snapshot.subject())
            .or(() -> former.doubt(snapshot.subject()))
            .or(() -> former.doubt(dataset(snapshot)))
            .or(() -> owner(snapshot))
            .or(() -> references.keptForRestore(snapshot.createdAt()))
            .or(() -> references.replicationBase(snapshot));
    return Optional.of(
        gap.isPresent()
            ? new Undecided(code(), snapshot.subject(), gap.get())
            : candidate(snapshot));
  }

  /** The snapshot is a registered cluster's only if its dataset is. */
  private Optional<Gap> owner(ZfsSnapshot snapshot) {
    Subject dataset = dataset(snapshot);
    boolean ours = !night.join().linksTo(dataset).isEmpty() || counted.orphaned(dataset);
    return ours
        ? Optional.empty()
        : Optional.of(
            Gap.unresolved(
                "its dataset belongs to no registered cluster that is known: the snapshot may"
                    + " belong to one that is not registered"));
  }

  private Verdict candidate(ZfsSnapshot snapshot) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        CsiMarks.csiSnapshot(snapshot)
            ? "marked by democratic-csi as CSI snapshot " + snapshot.name()
            : "named by csi.truenas.io after a VolumeSnapshot's uid");
    evidence.add(
        "no VolumeSnapshotContent of %s refers to it"
            .formatted(String.join(", ", night.completeness().estate().clusters())));
    if (snapshot.held().orElse(false)) {
      evidence.add("blocked by a hold");
    }
    List<String> clones = references.clones(snapshot);
    evidence.addAll(clones);
    OptionalLong reclaimable =
        clones.isEmpty() && !snapshot.held().orElse(false)
            ? snapshot.usage().usedBytes()
            : OptionalLong.empty();
    if (counted.with(dataset(snapshot))) {
      evidence.add("its space is counted with its dataset, which is reported itself");
      reclaimable = OptionalLong.of(0);
    }
    return new Candidate(
        code(), snapshot.subject(), reclaimable, evidence, CsiMarks.keep(snapshot));
  }
}
