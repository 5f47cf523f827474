package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * What a replication task says of its last run. It is told, not measured: whether the target has
 * the data, only the target knows.
 *
 * @param state FINISHED, ERROR, RUNNING, PENDING, …
 * @param at since when it is in that state; empty when not told
 * @param snapshot the last snapshot it sent, {@code dataset@name}; empty when not told
 */
public record ReplicationRun(String state, Optional<Instant> at, Optional<String> snapshot) {

  /** Whether it says that it went through. */
  public boolean finished() {
    return state.equals("FINISHED");
  }
}
