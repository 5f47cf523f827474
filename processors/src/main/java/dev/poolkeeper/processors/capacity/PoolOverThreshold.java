package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 405: a pool that is fuller than it may be, tonight. Exactly at a threshold is over it. Where 401
 * already says that the same pool fills, this is no more than a remark. Of a pool that does not
 * tell its level, or has no size, nothing is said, and what was said of it earlier stays. Needs the
 * pools and datasets of its NAS.
 */
final class PoolOverThreshold implements Rule {

  private static final Gap UNTOLD =
      new Gap(
          Gap.Kind.STALE,
          "",
          "its root dataset did not tell how much is used and how much is available");

  private final Night night;
  private final CapacityPolicy policy;
  private final List<PoolLevel> pools;
  private final Set<Subject> filling = new HashSet<>();

  /**
   * @param fills the verdicts of 401
   */
  PoolOverThreshold(
      Night night, CapacityPolicy policy, List<PoolLevel> pools, List<Verdict> fills) {
    this.night = night;
    this.policy = policy;
    this.pools = pools;
    fills.stream().filter(Candidate.class::isInstance).map(Verdict::subject).forEach(filling::add);
  }

  @Override
  public FindingCode code() {
    return FindingCode.POOL_OVER_THRESHOLD;
  }

  @Override
  public Stream<Verdict> judge() {
    return pools.stream().flatMap(pool -> judge(pool).stream());
  }

  private Optional<Verdict> judge(PoolLevel pool) {
    OptionalDouble ratio = pool.ratio();
    if (ratio.isEmpty()) {
      return Optional.of(new Undecided(code(), pool.subject(), UNTOLD));
    }
    if (ratio.getAsDouble() < policy.warnAt()) {
      return Optional.empty();
    }
    boolean told = filling.contains(pool.subject());
    List<String> evidence = new ArrayList<>();
    evidence.add(level(pool, ratio.getAsDouble()));
    if (told) {
      evidence.add("PK401 says of this pool when it will be full, and how urgent that is");
    }
    return Optional.of(
        night.verdict(
            new Candidate(code(), pool.subject(), OptionalLong.of(0), evidence, Optional.empty())
                .ofSeverity(told ? Severity.INFO : severity(ratio.getAsDouble())),
            Optional.empty()));
  }

  private Severity severity(double ratio) {
    return ratio >= policy.criticalAt() ? Severity.CRITICAL : Severity.WARNING;
  }

  private String level(PoolLevel pool, double ratio) {
    boolean critical = ratio >= policy.criticalAt();
    return "%s full: %s of %s; capacity.%s is %s"
        .formatted(
            Shares.percent(ratio),
            BinaryBytes.text(pool.usedBytes().orElseThrow()),
            BinaryBytes.text(pool.usableBytes().orElseThrow()),
            critical ? "critical-at" : "warn-at",
            Shares.percent(critical ? policy.criticalAt() : policy.warnAt()));
  }
}
