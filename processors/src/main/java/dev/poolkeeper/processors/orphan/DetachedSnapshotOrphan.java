package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 207: a detached snapshot without its content. Needs every registered cluster's contents and the
 * NAS. Undecided unless it lies where a registered cluster keeps detached snapshots, or its source
 * is a volume of one: a cluster nobody registered has its copies in the same shape.
 */
final class DetachedSnapshotOrphan implements Rule {

  private final Night night;
  private final References references;
  private final FormerClusters former;

  /** Where contents of registered clusters lead, as {@code nas:id}. */
  private final Set<String> knownParents = new HashSet<>();

  DetachedSnapshotOrphan(Night night, References references, FormerClusters former) {
    this.night = night;
    this.references = references;
    this.former = former;
    detached()
        .filter(copy -> !night.join().linksTo(copy.subject()).isEmpty())
        .forEach(copy -> knownParents.add(collection(copy)));
  }

  private Stream<Dataset> detached() {
    return night.completeness().estate().nas().stream()
        .map(night.join()::nas)
        .map(NasIndex::datasets)
        .flatMap(Collection::stream)
        .filter(CsiMarks::detachedSnapshot);
  }

  /** The dataset that holds the detached snapshots of all volumes. */
  private static String collection(Dataset copy) {
    return copy.nas() + ":" + collectionId(copy);
  }

  private static String collectionId(Dataset copy) {
    String container = copy.parent().orElse("");
    return container.substring(0, Math.max(container.lastIndexOf('/'), 0));
  }

  @Override
  public FindingCode code() {
    return FindingCode.DETACHED_SNAPSHOT_ORPHAN;
  }

  @Override
  public Stream<Verdict> judge() {
    return detached()
        .filter(copy -> !SystemDatasets.holds(copy) && references.to(copy).isEmpty())
        .filter(copy -> copy.createdAt().filter(night::tooYoung).isEmpty())
        .filter(copy -> !replica(copy))
        .map(this::say);
  }

  /** democratic-csi receives its copies too, but writes their marks itself. */
  private boolean replica(Dataset copy) {
    return night.join().replicas().reason(copy).isPresent() && !CsiMarks.detachedHere(copy);
  }

  private Verdict say(Dataset copy) {
    String source = copy.property(CsiMarks.SNAPSHOT_SOURCE).orElseThrow();
    NasIndex nas = night.join().nas(copy.nas());
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "marked by democratic-csi as detached snapshot %s of volume %s"
            .formatted(copy.leaf(), source));
    copy.createdAt().ifPresent(created -> evidence.add("created " + created));
    evidence.add(
        "no VolumeSnapshotContent of %s refers to it"
            .formatted(String.join(", ", night.completeness().estate().clusters())));
    List<String> clones = references.clones(copy);
    evidence.addAll(clones);
    evidence.addAll(references.obstacles(copy));
    boolean freed = clones.isEmpty() && !references.held(copy);
    OptionalLong bytes = freed ? OwnSpace.bytes(copy, nas) : OptionalLong.empty();
    return night.verdict(
        new Candidate(code(), copy.subject(), bytes, evidence, CsiMarks.keep(copy)),
        doubt(copy, source));
  }

  /** On another NAS than its volume it is a copy of a copy, and somebody's backup. */
  private boolean sourceBeside(Dataset copy, String source) {
    return references.named(source).isPresent()
        && night.join().nas(copy.nas()).withLeaf(source).stream()
            .anyMatch(volume -> !night.join().linksTo(volume.subject()).isEmpty());
  }

  private Optional<Gap> madeSince(Dataset copy) {
    return former
        .madeSince(copy.nas(), collectionId(copy), copy.createdAt(), List.of())
        .map(Gap::unresolved);
  }

  private Optional<Gap> doubt(Dataset copy, String source) {
    boolean ours =
        knownParents.contains(collection(copy))
            || sourceBeside(copy, source)
            || former.goneWith(copy.subject()).isPresent();
    if (copy.locked()) {
      return Optional.of(Gap.unresolved("the dataset is locked, so it cannot be judged"));
    }
    Optional<Gap> formerly = former.doubt(copy.subject()).or(() -> madeSince(copy));
    if (formerly.isPresent()) {
      return formerly;
    }
    return ours
        ? references.takenOver(copy).or(() -> references.keptForRestore(copy.createdAt()))
        : Optional.of(
            Gap.unresolved(
                "no registered cluster is known to keep detached snapshots there: it may belong"
                    + " to one that is not registered"));
  }
}
