package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is asked of claims: their own annotation goes first, then the first rule that fits, then the
 * default.
 *
 * <p>By default every claim has to have a snapshot, replica or backup of the last eight days: a
 * weekly schedule and a day of slack. A copy elsewhere is asked for, in the same time, of what an
 * enabled replication task sends. Nothing is asked of what goes with its pod, and of VolSync's own
 * caches and copies.
 *
 * @param rules in the order of the configuration
 */
public record ProtectionPolicy(List<ProtectionRule> rules) {

  /** How old the newest copy may be when nobody says. */
  public static final Duration USUAL = Duration.ofDays(8);

  public static final ProtectionPolicy DEFAULT = new ProtectionPolicy(List.of());

  private static final String ANNOTATION = "poolkeeper.dev/rpo";
  private static final List<String> PASSING_OWNERS =
      List.of("Pod ", "ReplicationSource ", "ReplicationDestination ");

  public ProtectionPolicy {
    rules = List.copyOf(rules);
  }

  /**
   * What is asked of a claim.
   *
   * @param facts what rules may know of it; asked for only when there are rules
   * @param replicated whether an enabled replication task sends its dataset
   */
  Objective of(PersistentVolumeClaim claim, Supplier<SubjectFacts> facts, boolean replicated) {
    Limit elsewhere = replicated ? Limit.of(USUAL) : Limit.NONE;
    Optional<Limit> own = claim.rpo().flatMap(Limit::parse);
    Objective ruled = ruled(claim, facts, elsewhere);
    return own.map(
            limit ->
                new Objective(
                    limit,
                    limit.equals(Limit.NONE) ? Limit.NONE : ruled.elsewhere(),
                    true,
                    "its annotation %s: %s".formatted(ANNOTATION, claim.rpo().orElseThrow())))
        .orElse(ruled);
  }

  /** Why its own annotation is not heeded; empty when it is, or there is none. */
  static Optional<String> misspelt(PersistentVolumeClaim claim) {
    return claim
        .rpo()
        .filter(text -> Limit.parse(text).isEmpty())
        .map(
            text ->
                "its annotation %s: %s is not understood, expected a length such as 24h or 7d, or none"
                    .formatted(ANNOTATION, text));
  }

  private Objective ruled(
      PersistentVolumeClaim claim, Supplier<SubjectFacts> facts, Limit elsewhere) {
    if (!rules.isEmpty()) {
      SubjectFacts known = facts.get();
      for (int at = 0; at < rules.size(); at++) {
        ProtectionRule rule = rules.get(at);
        if (rule.match().matches(known)) {
          return ruled(rule, at, elsewhere);
        }
      }
    }
    return claim
        .owner()
        .filter(owner -> PASSING_OWNERS.stream().anyMatch(owner::startsWith))
        .map(owner -> new Objective(Limit.NONE, Limit.NONE, false, "it goes with " + owner))
        .orElse(new Objective(Limit.of(USUAL), elsewhere, false, "the default"));
  }

  private static Objective ruled(ProtectionRule rule, int at, Limit elsewhere) {
    Limit snapshots = rule.rpo().orElse(Limit.of(USUAL));
    return new Objective(
        snapshots,
        rule.replicaRpo().orElse(snapshots.equals(Limit.NONE) ? Limit.NONE : elsewhere),
        true,
        "protection[%d]%s".formatted(at, rule.reason().map(why -> ": " + why).orElse("")));
  }
}
