package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What carries steps out on one cluster or TrueNAS, with credentials that may.
 *
 * <p>Everything is asked of the system itself at the moment of the call; nothing is remembered.
 * Nothing is called with force, recursion or defer. After every act the caller looks again, since a
 * system may say that it did what it did not (TrueNAS 26 does).
 */
public interface Hand extends AutoCloseable {

  /**
   * What the step's target is like right now, by the names of {@link Expectation}.
   *
   * @return empty when it is not there; a failed question is a failure and never absence
   * @throws HandFailure when it cannot be known
   */
  Optional<SortedMap<String, String>> look(Step step);

  /**
   * What still is in the way of the step, asked of the system: sessions, processes, attachments
   * that the plan does not take away, clones, holds, children.
   *
   * @return in words; empty when nothing is
   * @throws HandFailure when it cannot be known
   */
  Optional<String> obstacle(Step step);

  /**
   * The same for a step whose turn has not come: what goes before it is in nobody's way.
   *
   * @param before subjects that the plan takes away before this step
   * @throws HandFailure when it cannot be known
   */
  default Optional<String> obstacle(Step step, Set<Subject> before) {
    return obstacle(step);
  }

  /**
   * All that is needed to make again what the step takes away, as JSON; of an irreversible step
   * what is worth remembering.
   *
   * @throws HandFailure when it cannot be read
   */
  String remember(Step step);

  /**
   * Does it.
   *
   * @throws HandFailure when the system refused, or when it is not known whether it did
   */
  void act(Step step);

  /**
   * Whether the step is done, looked up anew: what was to go is not there, what was to be set is.
   *
   * @throws HandFailure when it cannot be known
   */
  boolean done(Step step);

  /**
   * Makes again what a reversible step has taken away. Where it is there already, nothing is done.
   *
   * @param remembered what {@link #remember} returned before
   * @throws HandFailure when it could not be made
   */
  void undo(Step step, String remembered);

  @Override
  void close();
}
