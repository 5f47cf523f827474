package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.live.ExecutorHands;
import dev.poolkeeper.jobs.live.HandOpener;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;

/** The hands of the executors that the configuration names. */
public final class ConfiguredHands implements Hands {

  private final HandOpener executors;

  /**
   * @param configuration read with the keys of its executors
   */
  public ConfiguredHands(Configuration configuration, Clock clock) {
    this(configuration, clock, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public ConfiguredHands(
      Configuration configuration, Clock clock, ObservationRegistry observations) {
    this.executors =
        new ExecutorHands(configuration.liveSystems().executors(), clock, observations);
  }

  /** None at all: of a run that does nothing. */
  public static Hands none() {
    return (source, mark) -> {
      throw new HandFailure(
          HandFailure.Kind.NOT_ALLOWED, "nobody may act on " + source + " in this run");
    };
  }

  @Override
  public Hand open(String source, String mark) {
    return executors.open(source, mark);
  }

  @Override
  public boolean has(String source) {
    return executors.has(source);
  }
}
