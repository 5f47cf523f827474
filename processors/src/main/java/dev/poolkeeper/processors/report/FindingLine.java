package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.ProbableCause;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A finding as lists and reports show it; the field names are a public contract.
 *
 * @param firstSeen first night of the present episode, UTC
 * @param nights complete nights on which it was seen
 * @param confirmed whether it is believed
 * @param reclaimableBytes empty when it cannot be known
 * @param cause probable cause, as a word; empty until known
 * @param causeEvidence what the cause rests on; empty like the cause
 * @param note why it is held, undecided, excepted or not yet confirmed
 */
public record FindingLine(
    String code,
    String name,
    String severity,
    String status,
    String subject,
    LocalDate firstSeen,
    LocalDate lastSeen,
    int nights,
    boolean confirmed,
    OptionalLong reclaimableBytes,
    Optional<String> cause,
    Optional<String> causeEvidence,
    List<String> evidence,
    String action,
    Optional<String> note) {

  public FindingLine {
    evidence = List.copyOf(evidence);
  }

  public static FindingLine of(Finding finding) {
    FindingCode code = finding.code();
    return new FindingLine(
        code.code(),
        code.word(),
        finding.severity().word(),
        finding.status().word(),
        finding.subject().toString(),
        LocalDate.ofInstant(finding.firstSeenAt(), ZoneOffset.UTC),
        LocalDate.ofInstant(finding.lastSeenAt(), ZoneOffset.UTC),
        finding.nights(),
        finding.confirmed(),
        finding.reclaimableBytes(),
        finding.cause().map(probable -> probable.cause().word()),
        finding.cause().map(ProbableCause::evidence),
        finding.evidence(),
        code.actions().get(0),
        finding.note());
  }
}
