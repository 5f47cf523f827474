package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * The last time a pool was read through.
 *
 * @param function SCRUB or RESILVER; empty when the pool was never scanned
 * @param state FINISHED, SCANNING or CANCELED; empty when the pool was never scanned
 * @param endedAt when it ended; empty while it runs
 * @param errors data errors it found
 */
public record PoolScan(String function, String state, Optional<Instant> endedAt, long errors) {

  /** When a scrub ended that went through; empty for any other scan. */
  public Optional<Instant> scrubbedAt() {
    return function.equals("SCRUB") && state.equals("FINISHED") ? endedAt : Optional.empty();
  }

  /** Whether the pool says that nobody ever scanned it. */
  public boolean never() {
    return function.isEmpty() && state.isEmpty();
  }
}
