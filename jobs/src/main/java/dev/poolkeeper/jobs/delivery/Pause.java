package dev.poolkeeper.jobs.delivery;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {

  /** Really waits. */
  Pause REAL = duration -> Thread.sleep(duration.toMillis());

  void of(Duration duration) throws InterruptedException;
}
