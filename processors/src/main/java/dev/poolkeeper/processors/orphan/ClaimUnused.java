package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 105: a bound claim on a TrueNAS that nothing refers to. Needs everything of its cluster that can
 * refer to claims. Never from one look: confirmed by further nights, unless the claim's own
 * condition says since when.
 */
final class ClaimUnused implements Rule {

  private final Night night;
  private final References references;
  private final ClaimUses uses;

  ClaimUnused(Night night, References references, ClaimUses uses) {
    this.night = night;
    this.references = references;
    this.uses = uses;
  }

  @Override
  public FindingCode code() {
    return FindingCode.CLAIM_UNUSED;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).stream()
        .filter(claim -> claim.phase().equals("Bound") && claim.deletedAt().isEmpty())
        .filter(claim -> !night.tooYoung(claim.unusedSince().orElse(claim.createdAt())))
        .filter(claim -> podsKnown(claim.cluster()) && uses.of(claim).isEmpty())
        .flatMap(claim -> judge(claim).stream());
  }

  /** Without its pods every claim looks unused; to say so of each would drown what matters. */
  private boolean podsKnown(String cluster) {
    return night.completeness().gap(cluster, List.of(ObjectKind.POD)).isEmpty();
  }

  private Optional<Verdict> judge(PersistentVolumeClaim claim) {
    List<Dataset> data = data(claim);
    boolean inOrder =
        data.isEmpty() || data.stream().anyMatch(d -> references.session(d).isPresent());
    return inOrder
        ? Optional.empty()
        : Optional.of(night.verdict(code(), claim.subject(), evidence(claim, data), claim.keep()));
  }

  /** The datasets the claim's volume stands on; empty when they are on no registered TrueNAS. */
  private List<Dataset> data(PersistentVolumeClaim claim) {
    return claim
        .volumeName()
        .map(name -> Subject.of(claim.cluster(), ObjectKind.PERSISTENT_VOLUME, name))
        .map(volume -> night.join().linksFrom(volume))
        .orElse(List.of())
        .stream()
        .map(Link::to)
        .flatMap(to -> night.join().dataset(to).stream())
        .toList();
  }

  private static List<String> evidence(PersistentVolumeClaim claim, List<Dataset> data) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "no pod, no pod template, no virtual machine and no VolumeAttachment refers to it");
    evidence.add(
        claim
            .unusedSince()
            .map(since -> "unused since %s, by its own condition Unused".formatted(since))
            .orElse(
                "its cluster does not say since when: counted from the first night of this"
                    + " finding"));
    data.forEach(dataset -> evidence.add("its data is in " + dataset.subject()));
    return evidence;
  }
}
