package dev.poolkeeper.jobs.turn;

import dev.poolkeeper.jobs.configuration.LeaseSettings;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.writers.kubernetes.LeasePort;
import dev.poolkeeper.writers.kubernetes.LeaseState;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.Optional;

/** Looks at the Kubernetes Lease without taking it. */
public final class LeaseCheck {

  private static final String SUBJECT = "lease";

  private LeaseCheck() {}

  public static CheckLine line(LeaseSettings settings, Clock clock) {
    try (LeasePort port = ConfiguredLease.open(settings, clock, ObservationRegistry.NOOP)) {
      Optional<LeaseState> state = port.get().map(LeaseState::new);
      return CheckLine.ok(SUBJECT, "get", port.name() + " " + words(state));
    } catch (HandFailure failure) {
      return new CheckLine(
          SUBJECT,
          "get",
          Outcome.FAILED,
          String.valueOf(failure.getMessage()),
          LeaseUnavailable.next(failure));
    }
  }

  private static String words(Optional<LeaseState> state) {
    return state
        .map(
            one ->
                one.free()
                    ? "is free"
                    : "was taken by %s at %s".formatted(one.holder(), one.acquired()))
        .orElse("is not there yet: the first run makes it");
  }
}
