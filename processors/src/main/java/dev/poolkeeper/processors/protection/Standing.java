package dev.poolkeeper.processors.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How copies of one sort stand against one limit, and why.
 *
 * @param reason empty when all is well
 */
record Standing(Protection protection, String reason) {

  /**
   * What is known of the copies.
   *
   * @param newest when the youngest one was made; empty: none is known
   * @param notLater no copy can be younger than this; empty: not known
   * @param possible the youngest that may be one, which nobody can vouch for
   * @param doubt why there may be others; empty: there are none
   */
  record Known(
      Optional<Instant> newest,
      Optional<Instant> notLater,
      Optional<Copy> possible,
      Optional<String> doubt) {}

  /**
   * Judges them.
   *
   * @param what the copies, {@code snapshot} or {@code copy elsewhere}
   * @param claimAt when the claim was made: nothing is missing of what is younger than the limit
   */
  static Standing of(String what, Limit limit, Known known, Instant claimAt, Instant asOf) {
    if (limit.most().isEmpty()) {
      return new Standing(Protection.NOT_ASKED, "");
    }
    Duration most = limit.most().get();
    Instant due = asOf.minus(most);
    if (known.newest().filter(at -> !at.isBefore(due)).isPresent()) {
      return new Standing(Protection.PROTECTED, "");
    }
    if (claimAt.isAfter(due)) {
      return new Standing(Protection.NOT_ASKED, "made %s ago".formatted(age(claimAt, asOf)));
    }
    if (known.doubt().isPresent()) {
      return new Standing(Protection.UNKNOWN, known.doubt().get());
    }
    Optional<Copy> possible = known.possible();
    if (possible.filter(copy -> !copy.at().isBefore(due)).isPresent()) {
      return new Standing(
          Protection.UNKNOWN, "%s: %s".formatted(possible.get().by(), possible.get().where()));
    }
    if (known.notLater().filter(at -> !at.isBefore(due)).isPresent()) {
      return new Standing(Protection.UNKNOWN, "the target has no snapshot in common with it");
    }
    Optional<Instant> seen =
        SnapshotTimes.later(
            SnapshotTimes.later(known.newest(), known.notLater()), possible.map(Copy::at));
    return seen.map(
            at ->
                new Standing(
                    Protection.LATE,
                    "newest %s is %s old, at most %s are asked for"
                        .formatted(what, age(at, asOf), limit)))
        .orElse(new Standing(Protection.NEVER, "no " + what));
  }

  private static String age(Instant at, Instant asOf) {
    return Ages.text(Duration.between(at, asOf));
  }
}
