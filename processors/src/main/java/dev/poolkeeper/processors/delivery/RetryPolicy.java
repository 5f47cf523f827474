package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something is tried again: within a run with waits that double, until the time for it is
 * spent; then by every further run, until it is too old to be of use.
 *
 * @param firstWait before the second try of a run
 * @param perRun longest time that a run waits for all its tries together
 * @param giveUpAfter age from which on it is not tried any more
 * @param resendUnknown whether what may have arrived is sent again, with the same identity
 */
public record RetryPolicy(
    Duration firstWait, Duration perRun, Duration giveUpAfter, boolean resendUnknown) {

  public RetryPolicy {
    requireNonNull(firstWait, "firstWait");
    requireNonNull(perRun, "perRun");
    requireNonNull(giveUpAfter, "giveUpAfter");
  }

  /**
   * How long to wait before the next try of this run; empty when the rest is for the next run.
   *
   * @param tries how many there were in this run, at least 1
   * @param waited for how long this run has waited already
   */
  public Optional<Duration> nextWait(int tries, Duration waited) {
    Duration left = perRun.minus(waited);
    if (left.isZero() || left.isNegative() || firstWait.isZero()) {
      return Optional.empty();
    }
    Duration wait = firstWait.multipliedBy(1L << Math.min(tries - 1, 20));
    return Optional.of(wait.compareTo(left) < 0 ? wait : left);
  }

  /** Whether it is too old to be tried again. */
  public boolean tooOld(Instant createdAt, Instant now) {
    return !createdAt.plus(giveUpAfter).isAfter(now);
  }

  /**
   * What becomes of an entry after a try.
   *
   * @param createdAt of the entry
   */
  public OutboxState after(Outcome outcome, Instant createdAt, Instant now) {
    return switch (outcome.kind()) {
      case DELIVERED -> OutboxState.DELIVERED;
      case REFUSED -> OutboxState.DEAD;
      case UNKNOWN ->
          resendUnknown && !tooOld(createdAt, now) ? OutboxState.WAITING : OutboxState.UNKNOWN;
      case DEFERRED, UNREACHABLE, NOT_ALLOWED ->
          tooOld(createdAt, now) ? OutboxState.DEAD : OutboxState.WAITING;
    };
  }
}
