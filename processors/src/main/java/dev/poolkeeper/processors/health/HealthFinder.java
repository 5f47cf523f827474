package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.orphan.Drivers;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what works but not as it should: configuration (6xx), appliances (7xx) and clocks (904).
 * Deterministic; linear in the number of objects.
 */
public final class HealthFinder {

  private HealthFinder() {}

  public static List<Verdict> find(Night night) {
    Provisioned provisioned = new Provisioned(night);
    List<Verdict> pools = new PoolUnhealthy(night).judge().toList();
    List<Rule> rules =
        List.of(
            new StorageClassDrift(night, provisioned),
            new CsiDriverUnhealthy(night),
            new RightsMissing(night),
            new SnapshotClassDrift(night, new Drivers(night)),
            new RiskyParameter(night, provisioned),
            new SizeDrift(night, provisioned),
            new EncryptionDrift(night, provisioned),
            new ScrubOverdue(night),
            new FragmentationHigh(night),
            new ApplianceAlert(night, pools),
            new ApiDeprecated(night),
            new ClockSkew(night));
    return Stream.concat(pools.stream(), rules.stream().flatMap(Rule::judge)).toList();
  }
}
