package dev.poolkeeper.processors.proposal;

import java.time.Instant;

/**
 * That somebody approves a stage of a plan.
 *
 * @param hash of the stage, as {@link Plan#hash} says it; it is worth nothing for any other
 * @param expires when it ends unused
 */
public record Approval(
    Actor by, Instant at, Stage stage, String hash, String reason, Instant expires) {

  boolean holds(Stage wanted, String wantedHash, Instant now) {
    return stage == wanted && hash.equals(wantedHash) && now.isBefore(expires);
  }
}
