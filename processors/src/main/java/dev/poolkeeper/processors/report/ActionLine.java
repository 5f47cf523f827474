package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Owner;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One of the things to do first: a finding with all that {@link FindingLine} says of it, who
 * answers for it, and what to run.
 *
 * @param action the catalogue's first advice
 * @param note why it is not yet confirmed, or what else is to be said
 * @param owner empty when nothing names one
 * @param blockedBy what stands in the way, as a word of {@link Blocking}
 * @param commands that look at it, the first thing to do; none changes anything
 */
public record ActionLine(
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
    Optional<String> note,
    Optional<Owner> owner,
    Optional<String> blockedBy,
    List<LookCommand> commands) {

  private static final int MOST = 5;

  /** Most severe first, then largest space, unknown last, then by name. */
  public static final Comparator<Finding> BY_WEIGHT =
      Comparator.comparing(Finding::severity)
          .thenComparing(f -> -f.reclaimableBytes().orElse(-1))
          .thenComparing(Finding::code)
          .thenComparing(Finding::subject);

  public ActionLine {
    evidence = List.copyOf(evidence);
    commands = List.copyOf(commands);
  }

  /**
   * The findings that ask for a person most, at most five: seen tonight, not excepted, more than
   * information. What blinds the night goes first, since mending it may change every verdict.
   */
  public static List<Finding> first(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.status().seen() && f.status() != FindingStatus.EXCEPTED)
        .filter(f -> f.severity() != Severity.INFO)
        .sorted(Comparator.comparing(ActionLine::isVerdict).thenComparing(BY_WEIGHT))
        .limit(MOST)
        .toList();
  }

  private static boolean isVerdict(Finding finding) {
    return finding.code() != FindingCode.INVENTORY_INCOMPLETE
        && finding.code() != FindingCode.HELD_BY_GUARD;
  }

  /**
   * @param owners by subject, of those that are known
   */
  static List<ActionLine> of(List<Finding> findings, Map<String, Owner> owners) {
    return first(findings).stream()
        .map(f -> of(f, Optional.ofNullable(owners.get(f.subject().toString()))))
        .toList();
  }

  /** A finding as an action, with what stands in its way and what to run. */
  public static ActionLine of(Finding finding, Optional<Owner> owner) {
    return of(
        FindingLine.of(finding),
        owner,
        Blocking.of(finding).map(Blocking::word),
        LookCommand.of(finding.code(), finding.subject()));
  }

  /** A finding as an action. */
  public static ActionLine of(
      FindingLine line,
      Optional<Owner> owner,
      Optional<String> blockedBy,
      List<LookCommand> commands) {
    return new ActionLine(
        line.code(),
        line.name(),
        line.severity(),
        line.status(),
        line.subject(),
        line.firstSeen(),
        line.lastSeen(),
        line.nights(),
        line.confirmed(),
        line.reclaimableBytes(),
        line.cause(),
        line.causeEvidence(),
        line.evidence(),
        line.action(),
        line.note(),
        owner,
        blockedBy,
        commands);
  }
}
