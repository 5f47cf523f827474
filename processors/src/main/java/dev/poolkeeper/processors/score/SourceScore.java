package dev.poolkeeper.processors.score;

import dev.poolkeeper.processors.inventory.Side;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How one cluster or TrueNAS stands on a night. */
public sealed interface SourceScore {

  String source();

  Side side();

  /** How many objects a share is taken of. */
  long objects();

  /** What its findings take off, most first; of a source without a grade, what is known of it. */
  List<ScoreCost> costs();

  /** The points; empty when it could not be judged. */
  default OptionalInt points() {
    return this instanceof Graded graded ? OptionalInt.of(graded.score()) : OptionalInt.empty();
  }

  /** Why it has no grade; empty when it has one. */
  default Optional<String> unjudged() {
    return this instanceof Ungraded ungraded ? Optional.of(ungraded.reason()) : Optional.empty();
  }

  /**
   * All that its grade rests on was seen.
   *
   * @param score 0..100
   */
  record Graded(String source, Side side, long objects, int score, List<ScoreCost> costs)
      implements SourceScore {
    public Graded {
      costs = List.copyOf(costs);
    }

    public Grade grade() {
      return Grade.of(score);
    }
  }

  /** Not all was seen, so that no letter would be true. */
  record Ungraded(String source, Side side, long objects, String reason, List<ScoreCost> costs)
      implements SourceScore {
    public Ungraded {
      costs = List.copyOf(costs);
    }
  }
}
