package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 701: a pool that is not ONLINE or not healthy, by its own word. Needs the list of pools. */
final class PoolUnhealthy implements Rule {

  private final Night night;

  PoolUnhealthy(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.POOL_UNHEALTHY;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.POOL, Pool.class).stream()
        .filter(pool -> !pool.status().equals("ONLINE") || !pool.healthy())
        .map(
            pool ->
                night.verdict(
                    code(),
                    pool.subject(),
                    List.of("status %s, healthy: %s".formatted(pool.status(), pool.healthy())),
                    Optional.empty()));
  }
}
