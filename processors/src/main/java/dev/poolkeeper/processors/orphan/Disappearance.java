package dev.poolkeeper.processors.orphan;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What our own history knows of an object that was reported and then went.
 *
 * @param code what was said of it
 * @param lastSeenAt the last night on which it was there
 * @param missedAt the first complete night on which it was not
 * @param createTxg the transaction group it had been made in; empty when not told
 */
public record Disappearance(
    FindingCode code,
    Subject subject,
    Instant lastSeenAt,
    Instant missedAt,
    OptionalLong createTxg) {

  public Disappearance {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    if (missedAt.isBefore(lastSeenAt)) {
      throw new IllegalArgumentException(subject + " was missed before it was seen last");
    }
  }
}
