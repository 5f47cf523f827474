package dev.poolkeeper.writers.http;

import static java.util.Objects.requireNonNull;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;

/**
 * What calls are made within.
 *
 * @param clock that dates of answers are held against
 * @param observations who is told of every call
 */
public record CallContext(Clock clock, ObservationRegistry observations) {

  public CallContext {
    requireNonNull(clock, "clock");
    requireNonNull(observations, "observations");
  }

  /** One in which nobody is told. */
  public static CallContext unobserved(Clock clock) {
    return new CallContext(clock, ObservationRegistry.NOOP);
  }
}
