package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 401: a pool that will be full, by its own forecast and not by that of its volumes: snapshots,
 * compression and everybody else count too. How much of it its volumes explain is part of the
 * evidence. Needs the pools and datasets of its NAS.
 */
final class PoolFills implements Rule {

  private final Night night;
  private final CapacityTrends trends;
  private final PoolVolumes volumes;

  PoolFills(Night night, CapacityTrends trends, PoolVolumes volumes) {
    this.night = night;
    this.trends = trends;
    this.volumes = volumes;
  }

  @Override
  public FindingCode code() {
    return FindingCode.POOL_FILLS;
  }

  @Override
  public Stream<Verdict> judge() {
    return trends.outlooks().stream()
        .filter(outlook -> outlook.kind() == SeriesKind.POOL)
        .flatMap(outlook -> judge(outlook).stream());
  }

  private Optional<Verdict> judge(SeriesOutlook outlook) {
    Subject pool = outlook.key().subject();
    return Fills.judge(night, code(), pool, outlook, gap(pool, outlook), Optional.empty());
  }

  /** What its volumes do not explain. */
  private List<String> gap(Subject pool, SeriesOutlook outlook) {
    OptionalLong ofVolumes = volumes.usedBytes(pool);
    if (ofVolumes.isEmpty() || outlook.known().lastValue().isEmpty()) {
      return List.of("how much of it its volumes use is not known");
    }
    long used = Math.round(outlook.known().lastValue().getAsDouble());
    long rest = used - ofVolumes.getAsLong();
    return rest < 0
        ? List.of("its volumes say they use more than the pool does: not seen at one instant")
        : List.of(
            "its volumes use %s of the %s with their snapshots; %s is everything else"
                .formatted(
                    BinaryBytes.text(ofVolumes.getAsLong()),
                    BinaryBytes.text(used),
                    BinaryBytes.text(rest)));
  }
}
