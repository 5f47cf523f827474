package dev.poolkeeper.jobs.signal;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A span that has begun, and what it knows of the calls below it. */
final class Begun {

  private final String id = Identity.hex(Identity.SPAN);
  private final Instant at;
  private final int depth;
  private final boolean kept;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger leftOut = new AtomicInteger();

  /**
   * @param depth 0 is that of the run
   * @param kept whether it will be told
   */
  Begun(Instant at, int depth, boolean kept) {
    this.at = at;
    this.depth = depth;
    this.kept = kept;
  }

  static Begun of(Observation.ContextView context) {
    return context.getRequired(Begun.class);
  }

  /** The nearest one above that will be told. */
  static Optional<Begun> keptAbove(Observation.ContextView context) {
    ObservationView above = context.getParentObservation();
    while (above != null) {
      Begun begun = of(above.getContextView());
      if (begun.kept) {
        return Optional.of(begun);
      }
      above = above.getContextView().getParentObservation();
    }
    return Optional.empty();
  }

  /** Whether a call below it may be told one by one: the first, and the first that failed. */
  boolean takes(boolean failed, int most) {
    return kept
        && (calls.incrementAndGet() <= most || (failed && failures.incrementAndGet() <= most));
  }

  void leaveOut() {
    leftOut.incrementAndGet();
  }

  int leftOut() {
    return leftOut.get();
  }

  String id() {
    return id;
  }

  Instant at() {
    return at;
  }

  int depth() {
    return depth;
  }

  boolean kept() {
    return kept;
  }
}
