package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 105: a bound claim on a TrueNAS that nothing refers to. Needs everything of its cluster that can
 * refer to claims, and every NAS, where its data may be. Never from one look: confirmed by further
 * nights, unless the claim's own condition says since when. A claim with an owner is the owner's
 * matter. When many claims of a cluster look unused at once, and their cluster does not say so
 * itself, none of them is believed.
 */
final class ClaimUnused implements Rule {

  /** Share of a cluster's claims that may look unused before the look itself is doubted. */
  private static final double MOST = 0.3;

  private final Night night;
  private final References references;
  private final ClaimUses uses;
  private final Map<Subject, SeenUnused> before;
  private final Set<String> clustersWithPods;

  ClaimUnused(Night night, References references, ClaimUses uses, Map<Subject, SeenUnused> before) {
    this.night = night;
    this.references = references;
    this.uses = uses;
    this.before = Map.copyOf(before);
    this.clustersWithPods =
        night.all(ObjectKind.POD, Pod.class).stream().map(Pod::cluster).collect(Collectors.toSet());
  }

  @Override
  public FindingCode code() {
    return FindingCode.CLAIM_UNUSED;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<String, List<PersistentVolumeClaim>> bound =
        night.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).stream()
            .filter(claim -> claim.phase().equals("Bound") && podsKnown(claim.cluster()))
            .filter(claim -> !data(claim).isEmpty())
            .collect(Collectors.groupingBy(PersistentVolumeClaim::cluster));
    return bound.values().stream().flatMap(this::judge);
  }

  /**
   * Without its pods every claim looks unused; to say so of each would drown what matters. No
   * cluster runs without a single pod.
   */
  private boolean podsKnown(String cluster) {
    return clustersWithPods.contains(cluster)
        && night.completeness().gap(cluster, List.of(ObjectKind.POD)).isEmpty();
  }

  private Stream<Verdict> judge(List<PersistentVolumeClaim> bound) {
    List<PersistentVolumeClaim> unused = bound.stream().filter(this::unused).toList();
    long unexplained = unused.stream().filter(claim -> claim.unusedSince().isEmpty()).count();
    boolean many = unexplained > 1 && unexplained > MOST * bound.size();
    return unused.stream()
        .map(
            claim ->
                many && claim.unusedSince().isEmpty()
                    ? tooMany(claim, unexplained, bound.size())
                    : night.verdict(
                        code(), claim.subject(), evidence(claim, data(claim)), claim.keep()));
  }

  private boolean unused(PersistentVolumeClaim claim) {
    return claim.deletedAt().isEmpty()
        && claim.owner().isEmpty()
        && !night.tooYoung(claim.unusedSince().orElse(claim.createdAt()))
        && uses.of(claim).isEmpty()
        && data(claim).stream()
            .allMatch(d -> references.onNas(d).isEmpty() && references.clones(d).isEmpty());
  }

  /** A list of pods that was cut short without a sign looks just like this. */
  private Verdict tooMany(PersistentVolumeClaim claim, long unused, int bound) {
    return new Undecided(
        code(),
        claim.subject(),
        new Gap(
            Gap.Kind.HELD,
            claim.cluster() + "/" + ObjectKind.POD.plural(),
            "%d of %d claims of %s look unused at once, which is not believed"
                .formatted(unused, bound, claim.cluster())));
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

  private List<String> evidence(PersistentVolumeClaim claim, List<Dataset> data) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "no pod, no pod template, no virtual machine, no add-on and no VolumeAttachment refers to"
            + " it");
    evidence.add(
        claim
            .unusedSince()
            .map(since -> "unused since %s, by its own condition Unused".formatted(since))
            .orElseGet(() -> sinceFirstSeen(claim)));
    data.forEach(dataset -> evidence.add("its data is in " + dataset.subject()));
    return evidence;
  }

  private String sinceFirstSeen(PersistentVolumeClaim claim) {
    SeenUnused seen = before.get(claim.subject());
    return seen == null
        ? "first seen unused tonight; its cluster does not say since when it is"
        : "seen unused on %d nights, first at %s; its cluster does not say since when it is"
            .formatted(seen.nights() + 1, seen.firstSeenAt());
  }
}
