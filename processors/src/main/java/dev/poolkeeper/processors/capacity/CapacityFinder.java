package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says where there is, or soon will be, no room (4xx). What was not read is not judged, what is not
 * known is not assumed. Deterministic; linear in the number of objects.
 */
public final class CapacityFinder {

  private CapacityFinder() {}

  /**
   * @param trends forecasts and memory of this night
   */
  public static List<Verdict> find(Night night, CapacityTrends trends) {
    PoolVolumes volumes = new PoolVolumes(night);
    List<PoolLevel> pools = PoolLevel.all(night);
    List<Verdict> fills = new PoolFills(night, trends, volumes).judge().toList();
    List<Rule> rules =
        List.of(
            new VolumeFills(night, trends),
            new QuotaFills(night, trends),
            new PoolOvercommitted(night, trends.policy(), pools, volumes),
            new PoolOverThreshold(night, trends.policy(), pools, fills),
            new ObjectCountLimit(night, trends),
            new SnapshotsEatPool(night, trends, pools));
    return Stream.concat(fills.stream(), rules.stream().flatMap(Rule::judge)).toList();
  }
}
