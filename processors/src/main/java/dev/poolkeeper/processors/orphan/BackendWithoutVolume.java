package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import dev.poolkeeper.processors.reconcile.Protocol;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 102: a driver's dataset or zvol that no PersistentVolume uses.
 *
 * <p>Needs every registered cluster, since any may own it, and its NAS with the shares of its type.
 * Never said of copies, of datasets no driver made or TrueNAS keeps for itself, of anything a
 * claim, attachment, session, virtual machine, app or task still points at, nor of what a cluster
 * that is not registered may own; where a mark or our own ledger names one, 110 is said instead.
 * Undecided where a person shares it by hand.
 */
final class BackendWithoutVolume implements Rule {

  private final Night night;

  private final UnusedDatasets unused;
  private final References references;
  private final Owners owners;

  /** Datasets with a snapshot that a content may need, though no volume does. */
  private final Set<Subject> restorable;

  /** How the volumes of the clusters are served. */
  private final Set<Protocol> protocols;

  BackendWithoutVolume(Night night, References references, Owners owners, DriverTraces traces) {
    this.night = night;
    this.owners = owners;
    this.unused = new UnusedDatasets(night, references, traces);
    this.references = references;
    this.restorable =
        night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
            .filter(BackendSnapshotWithoutContent::possible)
            .map(s -> Subject.of(s.nas(), ObjectKind.DATASET, s.dataset()))
            .collect(Collectors.toSet());
    this.protocols =
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
            .map(volume -> VolumeClass.of(volume.source()).protocol())
            .collect(Collectors.toSet());
  }

  @Override
  public FindingCode code() {
    return FindingCode.BACKEND_WITHOUT_VOLUME;
  }

  @Override
  public Stream<Verdict> judge() {
    return unused
        .all()
        .filter(found -> !ofAnAbsentCluster(found.dataset()))
        .map(found -> unreferenced(found.dataset(), found.traces()));
  }

  /** 110 says so already; that it is not ours need not be said twice. */
  private boolean ofAnAbsentCluster(Dataset dataset) {
    return owners.absent(dataset).isPresent()
        && night.gap(FindingCode.VOLUME_OF_ABSENT_CLUSTER, dataset.subject()).isEmpty();
  }

  private Verdict unreferenced(Dataset dataset, List<String> trace) {
    Optional<Gap> gap =
        night
            .gap(code(), dataset.subject())
            .or(() -> unreadShares(dataset))
            .or(() -> unreadReferences(dataset))
            .or(() -> unreadContents(dataset))
            .or(() -> locked(dataset))
            .or(() -> references.takenOver(dataset))
            .or(() -> owners.doubt(dataset).map(Gap::unresolved));
    if (gap.isPresent()) {
      return new Undecided(code(), dataset.subject(), gap.get());
    }
    List<String> evidence = new ArrayList<>(trace);
    evidence.add(
        "no PersistentVolume of %s leads to it"
            .formatted(String.join(", ", night.completeness().estate().clusters())));
    if (!owners.attributed(dataset)) {
      evidence.add("nothing on it says which cluster made it");
    }
    NasIndex nas = night.join().nas(dataset.nas());
    OwnSpace.note(dataset, nas).ifPresent(evidence::add);
    List<String> clones = references.clones(dataset);
    evidence.addAll(clones);
    evidence.addAll(references.obstacles(dataset));
    boolean freed = clones.isEmpty() && !references.held(dataset);
    return new Candidate(
        code(),
        dataset.subject(),
        freed ? OwnSpace.bytes(dataset, nas) : OptionalLong.empty(),
        evidence,
        CsiMarks.keep(dataset));
  }

  /** A pod, what makes pods, an attachment, or anything on the NAS may still need it. */
  private Optional<Gap> unreadReferences(Dataset dataset) {
    Completeness known = night.completeness();
    return known
        .failure(dataset.nas(), Needs.USING_ON_NAS)
        .or(this::unreadSenders)
        .or(
            () ->
                known.estate().clusters().stream()
                    .flatMap(cluster -> known.failure(cluster, Needs.REFERRING).stream())
                    .findFirst());
  }

  /** Every way to serve such a dataset that some volume uses: it may be how one leads there. */
  private Optional<Gap> unreadShares(Dataset dataset) {
    List<Protocol> ways =
        dataset.type() == DatasetType.VOLUME
            ? List.of(Protocol.ISCSI, Protocol.NVMEOF)
            : List.of(Protocol.NFS, Protocol.SMB);
    return ways.stream()
        .filter(way -> way.equals(ways.get(0)) || protocols.contains(way))
        .flatMap(way -> night.completeness().gap(dataset.nas(), way.parts()).stream())
        .findFirst();
  }

  /** A copy may show what it is by nothing but the task of the NAS that sends it. */
  private Optional<Gap> unreadSenders() {
    Completeness known = night.completeness();
    List<String> systems = known.estate().nas();
    return known
        .gapInAnyNas(systems, List.of(ObjectKind.NAS_SYSTEM))
        .or(
            () ->
                systems.stream()
                    .flatMap(
                        nas -> known.failure(nas, List.of(ObjectKind.REPLICATION_TASK)).stream())
                    .findFirst());
  }

  /** A content protects the dataset that its snapshot is on. */
  private Optional<Gap> unreadContents(Dataset dataset) {
    return restorable.contains(dataset.subject())
        ? night.completeness().gapInAnyCluster(List.of(ObjectKind.VOLUME_SNAPSHOT_CONTENT))
        : Optional.empty();
  }

  private static Optional<Gap> locked(Dataset dataset) {
    return dataset.locked()
        ? Optional.of(Gap.unresolved("the dataset is locked, so its mountpoint cannot be trusted"))
        : Optional.empty();
  }
}
