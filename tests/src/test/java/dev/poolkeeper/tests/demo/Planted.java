package dev.poolkeeper.tests.demo;

import dev.poolkeeper.processors.finding.Cause;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A leftover that is in the recordings on purpose. Both nights are inclusive and tell when its
 * cause is there; on a night whose sources are incomplete the verdict may be withheld all the same.
 * A subject that comes back has one entry per stay.
 *
 * @param why the cause that its last night has to name; empty when the ledger cannot know one
 */
public record Planted(
    int code, String subject, LocalDate firstNight, LocalDate lastNight, Optional<Cause> why) {
  /** Whether the cause is in the recording of this night. */
  public boolean on(LocalDate night) {
    return !night.isBefore(firstNight) && !night.isAfter(lastNight);
  }
}
