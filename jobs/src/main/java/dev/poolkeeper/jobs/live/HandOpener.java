package dev.poolkeeper.jobs.live;

import dev.poolkeeper.processors.proposal.Hand;

/**
 * Opens what carries steps out on a cluster or NAS; nothing is asked of it before its first use.
 */
public interface HandOpener {

  /** Whether the configuration names an executor for this cluster or NAS. */
  boolean has(String source);

  /**
   * Opens the hand of a source, to be closed by the caller.
   *
   * @param mark what datasets that it puts into quarantine bear
   * @throws IllegalArgumentException when the source has no executor
   */
  Hand open(String source, String mark);
}
