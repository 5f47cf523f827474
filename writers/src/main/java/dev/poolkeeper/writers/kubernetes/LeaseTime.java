package dev.poolkeeper.writers.kubernetes;

import java.time.Duration;
import java.time.Instant;

/** Time as a lease needs it. */
public interface LeaseTime {

  /** What is written for people; nothing is decided by it. */
  Instant now();

  /** A clock that never goes back, in nanoseconds, of which only differences mean something. */
  long nanos();

  /** Lets time pass. */
  void pause(Duration length);
}
