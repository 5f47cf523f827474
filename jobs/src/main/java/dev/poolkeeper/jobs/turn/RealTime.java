package dev.poolkeeper.jobs.turn;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.writers.kubernetes.LeaseTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time of this machine. */
record RealTime(Clock clock) implements LeaseTime {

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void pause(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new HandFailure(HandFailure.Kind.UNAVAILABLE, "interrupted while waiting", stopped);
    }
  }
}
