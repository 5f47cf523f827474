package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A finding as it stands on one night. Code and subject identify it across nights.
 *
 * @param confirmed seen on enough complete nights to be believed
 * @param firstSeenAt first night of the present episode; a resolved finding that returns starts
 *     anew
 * @param lastSeenAt last night on which it was seen
 * @param nights complete nights of this episode on which it was seen; 0 when never yet
 * @param reclaimableBytes what would be freed, empty when it cannot be known
 * @param note why it is held, undecided or excepted
 * @param cause why it probably is so; empty when nothing shows it
 */
public record Finding(
    FindingCode code,
    Subject subject,
    FindingStatus status,
    Severity severity,
    boolean confirmed,
    Instant firstSeenAt,
    Instant lastSeenAt,
    int nights,
    OptionalLong reclaimableBytes,
    List<String> evidence,
    Optional<String> note,
    Optional<ProbableCause> cause) {

  public Finding {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    evidence = List.copyOf(evidence);
  }

  /** Identity across nights. */
  public String fingerprint() {
    return code.code() + ":" + subject;
  }

  /** Whether it still is a matter: anything but resolved. */
  public boolean open() {
    return status != FindingStatus.RESOLVED;
  }
}
