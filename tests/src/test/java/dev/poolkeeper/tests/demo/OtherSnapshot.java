package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A ZFS snapshot that neither CSI made nor a task keeps: of people, of a script, or of a task that
 * something stops from removing it.
 *
 * @param madeAt by the clock of the NAS
 * @param truly when it was made
 * @param held whether a hold is on it
 */
record OtherSnapshot(
    Appliance nas,
    String dataset,
    String name,
    Instant madeAt,
    Instant truly,
    boolean held,
    Presence presence) {

  static OtherSnapshot of(Appliance nas, String dataset, String name, Instant madeAt) {
    return new OtherSnapshot(
        nas, dataset, name, madeAt, madeAt, false, night -> there(night, madeAt));
  }

  private static boolean there(LocalDate night, Instant madeAt) {
    return !Nights.capturedAt(night).isBefore(madeAt);
  }

  /** There up to the night before this one. */
  OtherSnapshot until(LocalDate firstNightWithout) {
    return there(held, presence.goneFrom(firstNightWithout));
  }

  /** With a hold, without which it would be gone on the first of these nights. */
  OtherSnapshot held(LocalDate first) {
    return there(true, night -> presence.on(night) && !night.isBefore(first));
  }

  private OtherSnapshot there(boolean withHold, Presence when) {
    return new OtherSnapshot(nas, dataset, name, madeAt, truly, withHold, when);
  }

  /** Made while the clock of the NAS told this. */
  OtherSnapshot dated(Instant wrong) {
    return new OtherSnapshot(nas, dataset, name, wrong, truly, held, presence);
  }

  String datasetSubject() {
    return nas.label() + "/datasets/" + dataset;
  }
}
