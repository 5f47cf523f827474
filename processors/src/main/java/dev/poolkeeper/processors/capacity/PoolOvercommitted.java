package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import dev.poolkeeper.processors.space.BinaryBytes;
import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.processors.space.Provisioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 404: a pool that would be full before its volumes are: what they may still take is more than is
 * available. Usual with thin provisioning and so a remark; a warning once the pool is over its
 * threshold as well. Formulas in {@link PoolSpace}. Needs the volumes of every cluster and the
 * datasets of its NAS.
 */
final class PoolOvercommitted implements Rule {

  private final Night night;
  private final CapacityPolicy policy;
  private final List<PoolLevel> pools;
  private final PoolVolumes volumes;

  PoolOvercommitted(
      Night night, CapacityPolicy policy, List<PoolLevel> pools, PoolVolumes volumes) {
    this.night = night;
    this.policy = policy;
    this.pools = pools;
    this.volumes = volumes;
  }

  @Override
  public FindingCode code() {
    return FindingCode.POOL_OVERCOMMITTED;
  }

  @Override
  public Stream<Verdict> judge() {
    return pools.stream().flatMap(pool -> judge(pool).stream());
  }

  private Optional<Verdict> judge(PoolLevel pool) {
    PoolSpace space =
        PoolSpace.of(
            pool.subject().toString(),
            pool.usedBytes(),
            pool.availableBytes(),
            List.of(),
            Provisioning.of(volumes.of(pool.subject())));
    if (space.shortfallBytes().orElse(0) == 0) {
      return Optional.empty();
    }
    boolean over = pool.ratio().orElse(0) >= policy.warnAt();
    return Optional.of(
        night.verdict(
            new Candidate(
                    code(), pool.subject(), OptionalLong.of(0), evidence(space), Optional.empty())
                .ofSeverity(over ? Severity.WARNING : Severity.INFO),
            Optional.empty()));
  }

  private static List<String> evidence(PoolSpace space) {
    Provisioning promised = space.provisioning();
    String least = promised.partial() ? "at least " : "";
    long available = space.availableBytes().orElseThrow();
    long unfilled = promised.unfilledBytes().orElseThrow();
    List<String> words = new ArrayList<>();
    words.add(
        "if every claim fills, %s%s are missing: its %s may still take %s%s, and %s are"
                .formatted(
                    least,
                    BinaryBytes.text(space.shortfallBytes().orElseThrow()),
                    volumes(promised.volumes()),
                    least,
                    BinaryBytes.text(unfilled),
                    BinaryBytes.text(available))
            + " available");
    words.add(
        "the pool is full once they have taken %s of that, if nothing else grows"
            .formatted(Shares.percent((double) available / unfilled)));
    space
        .overcommitRatio()
        .ifPresent(
            ratio ->
                words.add(
                    "promised are %s%s, %s what it has for data"
                        .formatted(
                            least,
                            BinaryBytes.text(promised.provisionedBytes().orElseThrow()),
                            Shares.times(ratio))));
    unlimited(promised).ifPresent(words::add);
    if (promised.partial()) {
      words.add(
          "%s volumes did not tell their size or what is written"
              .formatted(Amounts.count(promised.unsized() + promised.unmeasured())));
    }
    return words;
  }

  private static String volumes(long count) {
    return count == 1 ? "one volume" : Amounts.count(count) + " volumes";
  }

  private static Optional<String> unlimited(Provisioning promised) {
    return promised.unlimited() == 0
        ? Optional.empty()
        : Optional.of(
            "%s of them have no quota and can take more than they were promised"
                .formatted(Amounts.count(promised.unlimited())));
  }
}
