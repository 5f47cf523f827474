package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.proposal.HandFailure;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A Lease that is ours until another takes it. One thread renews it, another asks whether it is
 * still ours.
 *
 * <p>While the API server does not answer, it is ours for as long as nobody can have given us up:
 * one duration from when the last renewal was asked for.
 */
public final class LeaseHold {

  private final LeasePort port;
  private final Duration duration;
  private final LeaseTime time;
  private final String holder;
  private LeaseState state;
  private long renewedAt;
  private Optional<String> lost = Optional.empty();
  private Optional<HandFailure> failure = Optional.empty();

  LeaseHold(LeasePort port, LeaseState state, Duration duration, LeaseTime time, long renewedAt) {
    this.port = port;
    this.state = state;
    this.duration = duration;
    this.time = time;
    this.holder = state.holder();
    this.renewedAt = renewedAt;
  }

  public String name() {
    return port.name();
  }

  /**
   * Renews it.
   *
   * @return why it could not be renewed; empty when it was
   */
  public synchronized Optional<String> renew() {
    if (lost.isPresent()) {
      return lost;
    }
    long asked = time.nanos();
    try {
      if (written(port.replace(state.renewed(time.now())), asked) || again(asked)) {
        failure = Optional.empty();
        return Optional.empty();
      }
      return lost;
    } catch (HandFailure failed) {
      failure = Optional.of(failed);
      return Optional.of(String.valueOf(failed.getMessage()));
    }
  }

  /** After somebody changed the object: a label, or a renewal of ours whose answer was lost. */
  private boolean again(long asked) {
    Optional<LeaseState> found = port.get().map(LeaseState::new);
    if (found.isEmpty()) {
      if (written(port.create(LeaseState.first(holder, duration, time.now())), asked)) {
        return true;
      }
      lost = Optional.of("it was deleted, and another was faster to make it again");
      return false;
    }
    if (!found.get().holder().equals(holder)) {
      String other = found.get().free() ? "nobody" : found.get().holder();
      lost = Optional.of("it is held by " + other + " now");
      return false;
    }
    state = found.get();
    if (written(port.replace(state.renewed(time.now())), asked)) {
      return true;
    }
    throw new HandFailure(
        HandFailure.Kind.UNAVAILABLE, port.name() + " is changed again and again");
  }

  private boolean written(Optional<JsonNode> stored, long asked) {
    stored.ifPresent(
        object -> {
          state = new LeaseState(object);
          renewedAt = asked;
        });
    return stored.isPresent();
  }

  /**
   * Renews it, and says whether it is ours.
   *
   * @return why it is not, or may not be; empty while it certainly is
   */
  public synchronized Optional<String> missing() {
    renew();
    if (lost.isPresent() || failure.isEmpty()) {
      return lost;
    }
    Duration quiet = Duration.ofNanos(time.nanos() - renewedAt);
    return quiet.compareTo(duration) < 0
        ? Optional.empty()
        : failure.map(
            why ->
                "it could not be renewed for %d s (%s)"
                    .formatted(quiet.toSeconds(), why.getMessage()));
  }

  /**
   * Gives it back, so that the next need not wait; one that is another's is left alone.
   *
   * @return why it could not be given back: it runs out by itself then
   */
  public synchronized Optional<String> release() {
    if (lost.isPresent()) {
      return Optional.empty();
    }
    try {
      Optional<JsonNode> stored = port.replace(state.released(time.now()));
      lost = Optional.of("it was given back");
      return stored.isPresent() ? Optional.empty() : Optional.of("it was changed meanwhile");
    } catch (HandFailure failed) {
      return Optional.of(String.valueOf(failed.getMessage()));
    }
  }
}
