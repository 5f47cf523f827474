package dev.poolkeeper.processors.runway;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.OptionalLong;

/**
 * A pool that was there on the night.
 *
 * @param usedBytes of its root dataset; empty when it was not told
 * @param capacityBytes used and available of its root dataset; empty likewise
 */
public record PoolNow(Subject pool, OptionalLong usedBytes, OptionalLong capacityBytes) {

  public PoolNow {
    requireNonNull(pool, "pool");
    requireNonNull(usedBytes, "usedBytes");
    requireNonNull(capacityBytes, "capacityBytes");
  }
}
