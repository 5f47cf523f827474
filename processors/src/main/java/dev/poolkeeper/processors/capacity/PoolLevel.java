package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How full an imported pool is tonight, by its root dataset: parity is left out.
 *
 * @param usedBytes all that is charged to the root dataset
 * @param availableBytes what can still be written
 * @param datasets all datasets of the pool, the root included
 */
record PoolLevel(
    Pool pool, OptionalLong usedBytes, OptionalLong availableBytes, List<Dataset> datasets) {

  PoolLevel {
    datasets = List.copyOf(datasets);
  }

  /** Those pools whose datasets can be listed; of others nothing can be said. */
  static List<PoolLevel> all(Night night) {
    return night.all(ObjectKind.POOL, Pool.class).stream()
        .filter(Pool::readable)
        .map(pool -> of(night, pool))
        .toList();
  }

  private static PoolLevel of(Night night, Pool pool) {
    List<Dataset> datasets =
        night.join().nas(pool.nas()).datasets().stream()
            .filter(dataset -> dataset.pool().equals(pool.name()))
            .toList();
    Optional<Dataset> root =
        datasets.stream().filter(dataset -> dataset.id().equals(pool.name())).findFirst();
    return new PoolLevel(
        pool,
        root.map(r -> r.usage().usedBytes()).orElse(OptionalLong.empty()),
        root.map(r -> r.usage().availableBytes()).orElse(OptionalLong.empty()),
        datasets);
  }

  Subject subject() {
    return pool.subject();
  }

  /** Used and available; empty when either is unknown or they exceed the largest long. */
  OptionalLong usableBytes() {
    if (usedBytes.isEmpty() || availableBytes.isEmpty()) {
      return OptionalLong.empty();
    }
    long sum = usedBytes.getAsLong() + availableBytes.getAsLong();
    return sum < 0 ? OptionalLong.empty() : OptionalLong.of(sum);
  }

  /** Used over usable, 0 to 1; empty when unknown, and of a pool of no size. */
  OptionalDouble ratio() {
    return ratioWithout(0);
  }

  /**
   * The same if so many bytes were freed.
   *
   * @param bytes not more than are used
   */
  OptionalDouble ratioWithout(long bytes) {
    return usableBytes().orElse(0) > 0
        ? OptionalDouble.of((double) (usedBytes.orElseThrow() - bytes) / usableBytes().getAsLong())
        : OptionalDouble.empty();
  }
}
