package dev.poolkeeper.tests.demo;

import dev.poolkeeper.processors.finding.Cause;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A leftover, a shortage or an oddity that is in the recordings on purpose. Both nights are
 * inclusive and tell when its cause is there; on a night whose sources are incomplete the verdict
 * may be withheld all the same. A subject that comes back has one entry per stay.
 *
 * @param why the cause that its last night has to name; empty when the ledger cannot know one
 */
public record Planted(
    int code, String subject, LocalDate firstNight, LocalDate lastNight, Optional<Cause> why) {
  private static final Set<Integer> COURSES = Set.of(401, 402, 501, 502, 503, 504);

  /**
   * Whether it is told by the course of many nights. That takes a ledger, and some nights from its
   * cause on.
   */
  public boolean byItsCourse() {
    return COURSES.contains(code);
  }

  /** Whether the cause is in the recording of this night. */
  public boolean on(LocalDate night) {
    return !night.isBefore(firstNight) && !night.isAfter(lastNight);
  }
}
