package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.proposal.Hand;

/**
 * Opens what carries steps out, one per cluster or TrueNAS, with the executor's own credentials.
 */
@FunctionalInterface
public interface Hands {

  /**
   * @param source the cluster or TrueNAS
   * @param mark what a quarantined dataset is marked with
   * @throws dev.poolkeeper.processors.proposal.HandFailure when it cannot be reached or may not act
   */
  Hand open(String source, String mark);

  /** Whether anybody may act there. */
  default boolean has(String source) {
    return true;
  }
}
