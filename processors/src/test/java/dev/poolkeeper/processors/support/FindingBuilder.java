package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds a finding: by default persisting, confirmed, of three nights, with unknown space. */
public final class FindingBuilder {

  private final FindingCode code;
  private Severity severity;
  private final Subject subject;
  private FindingStatus status = FindingStatus.PERSISTING;
  private boolean confirmed = true;
  private int nights = 3;
  private OptionalLong reclaimableBytes = OptionalLong.empty();
  private Optional<ProbableCause> cause = Optional.empty();

  private FindingBuilder(FindingCode code, String subject) {
    this.code = code;
    this.severity = code.severity();
    this.subject = Subject.parse(subject);
  }

  public static FindingBuilder aFinding(FindingCode code, String subject) {
    return new FindingBuilder(code, subject);
  }

  public FindingBuilder status(FindingStatus value) {
    status = value;
    return this;
  }

  /** Other than its code usually is. */
  public FindingBuilder ofSeverity(Severity value) {
    severity = value;
    return this;
  }

  public FindingBuilder unconfirmed() {
    confirmed = false;
    nights = 1;
    return this;
  }

  public FindingBuilder neverSeen() {
    confirmed = false;
    nights = 0;
    return this;
  }

  public FindingBuilder frees(long bytes) {
    reclaimableBytes = OptionalLong.of(bytes);
    return this;
  }

  public FindingBuilder because(Cause probable, String evidence) {
    cause = Optional.of(new ProbableCause(probable, evidence));
    return this;
  }

  public Finding build() {
    boolean loud = confirmed && status != FindingStatus.EXCEPTED;
    return new Finding(
        code,
        subject,
        status,
        loud ? severity : Severity.INFO,
        confirmed,
        InventoryBuilder.NIGHT.minus(Duration.ofDays(2)),
        InventoryBuilder.NIGHT,
        nights,
        reclaimableBytes,
        List.of("because"),
        Optional.empty(),
        cause);
  }
}
