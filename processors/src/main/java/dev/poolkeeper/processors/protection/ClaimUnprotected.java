package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 307: claims without a copy that is young enough. What is unknown is never told.
 *
 * <p>Nobody reads ten thousand findings: a cluster in which no claim has a copy of any kind is one,
 * on the cluster; so is a namespace in which no claim is protected, or in which more than five are
 * not, on the namespace. Where siblings are protected, each that is not is its own.
 */
public final class ClaimUnprotected {

  /** Claims of one namespace that are told one by one. */
  static final int SINGLY = 5;

  private static final int NAMED = 5;

  private final Night night;
  private final CoverHint hint;

  private ClaimUnprotected(Night night) {
    this.night = night;
    this.hint = new CoverHint(night);
  }

  /**
   * The verdicts of a night.
   *
   * @param claims as {@link ProtectionFinder} says of them
   */
  public static List<Verdict> find(Night night, List<ClaimProtection> claims) {
    ClaimUnprotected finder = new ClaimUnprotected(night);
    Map<String, List<ClaimProtection>> byCluster =
        claims.stream()
            .filter(claim -> claim.verdict() != Protection.NOT_ASKED)
            .collect(
                Collectors.groupingBy(c -> c.claim().source(), TreeMap::new, Collectors.toList()));
    List<Verdict> verdicts = new ArrayList<>();
    byCluster.forEach((cluster, asked) -> finder.cluster(cluster, asked, verdicts));
    return verdicts;
  }

  private void cluster(String cluster, List<ClaimProtection> asked, List<Verdict> verdicts) {
    boolean nothing = asked.stream().allMatch(c -> c.verdict() == Protection.NEVER);
    if (nothing && asked.size() > 1) {
      verdicts.add(group(Subject.ofSource(cluster), "no claim of the cluster has a copy", asked));
      return;
    }
    Map<String, List<ClaimProtection>> byNamespace =
        asked.stream()
            .collect(
                Collectors.groupingBy(
                    ClaimProtection::namespace, TreeMap::new, Collectors.toList()));
    byNamespace.forEach(
        (name, ofIt) -> namespace(Subject.of(cluster, ObjectKind.NAMESPACE, name), ofIt, verdicts));
  }

  private void namespace(Subject namespace, List<ClaimProtection> asked, List<Verdict> verdicts) {
    List<ClaimProtection> bad = asked.stream().filter(c -> c.verdict().bad()).toList();
    boolean none = bad.size() > 1 && bad.size() == asked.size();
    if (none || bad.size() > SINGLY) {
      String what =
          none
              ? "no claim of the namespace is protected within its RPO"
              : "%d of its %d claims are not protected within their RPO"
                  .formatted(bad.size(), asked.size());
      verdicts.add(group(namespace, what, bad));
      return;
    }
    bad.forEach(claim -> verdicts.add(one(claim)));
  }

  private Verdict one(ClaimProtection claim) {
    List<String> evidence = new ArrayList<>(ProtectionEvidence.of(claim, night.asOf()));
    hint.of(claim).ifPresent(evidence::add);
    return verdict(claim.claim(), evidence, severity(claim));
  }

  private Verdict group(Subject subject, String what, List<ClaimProtection> claims) {
    List<ClaimProtection> worst =
        claims.stream()
            .sorted(
                Comparator.comparing(ClaimUnprotected::severity)
                    .thenComparing(ClaimProtection::verdict, Comparator.reverseOrder())
                    .thenComparing(ClaimProtection::claim))
            .toList();
    long never = claims.stream().filter(c -> c.verdict() == Protection.NEVER).count();
    List<String> evidence = new ArrayList<>();
    evidence.add(what);
    evidence.add(
        "%d have no copy at all, %d one that is too old".formatted(never, claims.size() - never));
    worst.stream().limit(NAMED).map(c -> c.claim() + ": " + c.reason()).forEach(evidence::add);
    if (worst.size() > NAMED) {
      evidence.add("and %d more: poolkeeper protection".formatted(worst.size() - NAMED));
    }
    hint.of(worst.get(0)).ifPresent(evidence::add);
    return verdict(subject, evidence, severity(worst.get(0)));
  }

  private Verdict verdict(Subject subject, List<String> evidence, Severity severity) {
    Candidate candidate =
        new Candidate(
            FindingCode.CLAIM_UNPROTECTED, subject, OptionalLong.of(0), evidence, Optional.empty());
    return night.verdict(candidate.ofSeverity(severity), Optional.empty());
  }

  /** How bad it is: who asked, and whether anything is there at all. */
  static Severity severity(ClaimProtection claim) {
    boolean asked = claim.objective().said();
    if (asked && claim.verdict() == Protection.NEVER) {
      return Severity.CRITICAL;
    }
    boolean promised = !claim.tasks().isEmpty() || !claim.routes().isEmpty();
    return asked || promised ? Severity.WARNING : Severity.INFO;
  }
}
