package dev.poolkeeper.processors.report;

import java.util.List;
import java.util.Optional;

/**
 * What could be freed, in bytes. Only what was seen tonight and measured counts. Eligible and
 * blocked together are confirmed.
 *
 * @param confirmedBytes of confirmed findings
 * @param waitingBytes of findings not yet seen often enough
 * @param exceptedBytes of findings somebody wants to keep
 * @param unknown findings whose space cannot be known, a clone shares it or it was not told
 * @param eligibleBytes of confirmed findings with nothing known in the way: a person may approve
 * @param blockedBytes of confirmed findings with something in the way
 * @param blockers what is in the way, the most findings first; a finding counts under one only
 * @param price what space costs; empty when the configuration does not say
 */
public record Reclaimable(
    long confirmedBytes,
    long waitingBytes,
    long exceptedBytes,
    int unknown,
    long eligibleBytes,
    long blockedBytes,
    List<Blocker> blockers,
    Optional<SpacePrice> price) {

  /**
   * Confirmed findings with the same kind of thing in the way.
   *
   * @param by what it is, as a word of {@link Blocking}
   * @param bytes of those whose space is known
   * @param unknown how many of them could not be measured
   */
  public record Blocker(String by, int findings, long bytes, int unknown) {}

  public Reclaimable {
    blockers = List.copyOf(blockers);
  }

  /** Of findings with nothing in their way, and at no known price. */
  public Reclaimable(long confirmedBytes, long waitingBytes, long exceptedBytes, int unknown) {
    this(
        confirmedBytes,
        waitingBytes,
        exceptedBytes,
        unknown,
        confirmedBytes,
        0,
        List.of(),
        Optional.empty());
  }
}
