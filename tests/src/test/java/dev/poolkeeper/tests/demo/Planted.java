package dev.poolkeeper.tests.demo;

import java.time.LocalDate;

/**
 * A leftover that is in the recordings on purpose. Both nights are inclusive and tell when its
 * cause is there; on a night whose sources are incomplete the verdict may be withheld all the same.
 * A subject that comes back has one entry per stay.
 */
public record Planted(int code, String subject, LocalDate firstNight, LocalDate lastNight) {
  /** Whether the cause is in the recording of this night. */
  public boolean on(LocalDate night) {
    return !night.isBefore(firstNight) && !night.isAfter(lastNight);
  }
}
