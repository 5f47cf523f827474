package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.capacity.CapacityTrends.SnapshotsBefore;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 407: a pool that is full of snapshots. A warning when it is over its threshold and would not be
 * without them; a remark when they hold more than half of what is used. Both are statements about
 * this pool and not numbers out of the air. Needs the pools and datasets of its NAS; where one
 * dataset does not tell what its snapshots hold (CORE), the sum is a lower bound.
 */
final class SnapshotsEatPool implements Rule {

  private static final int NAMED = 5;

  private static final Comparator<Dataset> MOST =
      Comparator.comparing((Dataset dataset) -> -held(dataset)).thenComparing(Dataset::id);

  private final Night night;
  private final CapacityPolicy policy;
  private final List<PoolLevel> pools;
  private final Map<Subject, SnapshotsBefore> before = new HashMap<>();

  SnapshotsEatPool(Night night, CapacityTrends trends, List<PoolLevel> pools) {
    this.night = night;
    this.policy = trends.policy();
    this.pools = pools;
    trends.snapshotsBefore().forEach(past -> before.put(past.pool(), past));
  }

  private static long held(Dataset dataset) {
    return dataset.usage().snapshotBytes().orElse(0);
  }

  @Override
  public FindingCode code() {
    return FindingCode.SNAPSHOTS_EAT_POOL;
  }

  @Override
  public Stream<Verdict> judge() {
    return pools.stream().flatMap(pool -> judge(pool).stream());
  }

  private Optional<Verdict> judge(PoolLevel pool) {
    OptionalDouble ratio = pool.ratio();
    double sum = pool.datasets().stream().mapToDouble(SnapshotsEatPool::held).sum();
    if (ratio.isEmpty() || sum == 0 || sum > pool.usedBytes().orElseThrow()) {
      return Optional.empty();
    }
    long held = (long) sum;
    boolean pushed =
        ratio.getAsDouble() >= policy.warnAt()
            && pool.ratioWithout(held).orElseThrow() < policy.warnAt();
    boolean most = held > pool.usedBytes().orElseThrow() / 2;
    return pushed || most
        ? Optional.of(
            night.verdict(
                new Candidate(
                        code(),
                        pool.subject(),
                        OptionalLong.of(0),
                        evidence(pool, held),
                        Optional.empty())
                    .ofSeverity(pushed ? Severity.WARNING : Severity.INFO),
                Optional.empty()))
        : Optional.empty();
  }

  private List<String> evidence(PoolLevel pool, long held) {
    List<String> words = new ArrayList<>();
    words.add(
        "snapshots hold %s, %s of what is used"
            .formatted(
                BinaryBytes.text(held),
                Shares.percent((double) held / pool.usedBytes().orElseThrow())));
    words.add(
        "it is %s full, and would be %s full without them"
            .formatted(
                Shares.percent(pool.ratio().orElseThrow()),
                Shares.percent(pool.ratioWithout(held).orElseThrow())));
    Optional.ofNullable(before.get(pool.subject()))
        .map(past -> growth(past, held, LocalDate.ofInstant(night.asOf(), ZoneOffset.UTC)))
        .ifPresent(words::add);
    pool.datasets().stream()
        .filter(dataset -> held(dataset) > 0)
        .sorted(MOST)
        .limit(NAMED)
        .map(dataset -> "%s: %s".formatted(dataset.subject(), BinaryBytes.text(held(dataset))))
        .forEach(words::add);
    return words;
  }

  private static String growth(SnapshotsBefore past, long held, LocalDate today) {
    long days = Math.max(1, today.toEpochDay() - past.day().toEpochDay());
    long more = held - past.bytes();
    return "on %s they held %s: %s %s within %d days"
        .formatted(
            past.day(),
            BinaryBytes.text(past.bytes()),
            more < 0 ? "less by" : "more by",
            BinaryBytes.text(Math.abs(more)),
            days);
  }
}
