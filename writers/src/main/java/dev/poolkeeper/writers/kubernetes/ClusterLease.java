package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.proposal.HandFailure;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Takes a Kubernetes Lease, or finds that another holds it.
 *
 * <p>No clock of another machine is believed: a holder lives while its lease changes under our
 * eyes, and is given up when it has not for the whole of its duration. So a live holder is noticed
 * within the third of its duration in which it renews, and one that died costs one duration.
 * Source: client-go, package leaderelection, which observes in the same way.
 */
public final class ClusterLease {

  private static final int LOOKS_PER_DURATION = 12;
  private static final int MOST_FAILURES = 4;
  private static final int MOST_RACES = 5;

  private final LeasePort port;
  private final String holder;
  private final Duration duration;
  private final LeaseTime time;

  /**
   * @param holder a name that nobody else has, not even the same program on this machine
   * @param duration for how long it is held without being renewed, whole seconds
   */
  public ClusterLease(LeasePort port, String holder, Duration duration, LeaseTime time) {
    this.port = port;
    this.holder = holder;
    this.duration = duration;
    this.time = time;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** It is ours. */
    record Taken(LeaseHold hold) implements Outcome {}

    /** Another holds it and is alive. */
    record Held(LeaseState by) implements Outcome {}
  }

  /**
   * Looks until it is ours or certainly another's: about one duration at most.
   *
   * @throws HandFailure when the API server refuses, or does not answer repeatedly
   */
  public Outcome take() {
    Watched watched = new Watched();
    int failures = 0;
    int races = 0;
    while (true) {
      try {
        Optional<LeaseState> found = port.get().map(LeaseState::new);
        if (found.isPresent() && watched.alive(found.get())) {
          return new Outcome.Held(found.get());
        }
        if (found.isEmpty() || found.get().free() || mine(found.get()) || watched.expired()) {
          long asked = time.nanos();
          Optional<JsonNode> stored = write(found);
          if (stored.isPresent()) {
            LeaseState state = new LeaseState(stored.get());
            return new Outcome.Taken(new LeaseHold(port, state, duration, time, asked));
          }
          if (++races < MOST_RACES) {
            continue;
          }
          throw new HandFailure(
              HandFailure.Kind.UNAVAILABLE, port.name() + " is changed again and again");
        }
      } catch (HandFailure failure) {
        if (!passing(failure) || ++failures == MOST_FAILURES) {
          throw failure;
        }
      }
      time.pause(look());
    }
  }

  private boolean mine(LeaseState state) {
    return state.holder().equals(holder);
  }

  private Optional<JsonNode> write(Optional<LeaseState> found) {
    return found.isPresent()
        ? port.replace(found.get().takenOver(holder, duration, time.now()))
        : port.create(LeaseState.first(holder, duration, time.now()));
  }

  private static boolean passing(HandFailure failure) {
    return failure.kind() == HandFailure.Kind.UNAVAILABLE
        || failure.kind() == HandFailure.Kind.UNKNOWN;
  }

  private Duration look() {
    return duration.dividedBy(LOOKS_PER_DURATION);
  }

  /** What another's lease did since it was seen first. */
  private final class Watched {

    private Optional<LeaseState> first = Optional.empty();
    private long since;
    private boolean expired;

    boolean alive(LeaseState state) {
      if (state.free() || mine(state)) {
        return false;
      }
      if (first.isEmpty()) {
        first = Optional.of(state);
        since = time.nanos();
        return false;
      }
      if (!state.unchangedSince(first.get())) {
        return true;
      }
      Duration quiet = Duration.ofNanos(time.nanos() - since);
      expired = quiet.compareTo(state.duration(duration)) > 0;
      return false;
    }

    boolean expired() {
      return expired;
    }
  }
}
