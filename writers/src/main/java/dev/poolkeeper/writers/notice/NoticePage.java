package dev.poolkeeper.writers.notice;

import java.util.List;

/**
 * What templates of notices have: texts, formatted, in the order in which they read. A text that
 * there is none of is empty.
 *
 * @param title one line
 * @param demo whether all of it is made up
 * @param kind opened, changed, reopened, confirmed or recovered
 * @param severity critical, warning or info
 * @param night the night it is as of
 * @param changes what is new about it
 * @param ended why it is over
 * @param findings what it is about, most severe first
 * @param more how many findings there are beside these
 * @param proposals the one proposal it is about, or none
 * @param reportUrl where the whole report is
 * @param origin which run says so
 */
public record NoticePage(
    String title,
    boolean demo,
    String kind,
    String severity,
    String night,
    List<String> changes,
    String ended,
    List<FindingPart> findings,
    int more,
    List<ProposalPart> proposals,
    String reportUrl,
    String origin) {

  /** A label and what belongs to it. */
  public record Row(String label, String value) {}

  /** A command that looks at something and changes nothing, and where to run it. */
  public record CommandPart(String where, String command) {}

  /**
   * One finding.
   *
   * @param title the catalogue's, for its code
   * @param meaning the catalogue's, one paragraph
   * @param facts severity, since when, how much could be freed, whose it is
   * @param evidence sentences
   * @param action what to do first
   */
  public record FindingPart(
      String code,
      String title,
      String meaning,
      String severity,
      String subject,
      List<Row> facts,
      List<String> evidence,
      String action,
      List<CommandPart> commands) {

    public FindingPart {
      facts = List.copyOf(facts);
      evidence = List.copyOf(evidence);
      commands = List.copyOf(commands);
    }
  }

  /**
   * One proposal.
   *
   * @param facts state, stage, who may approve, what is freed, until when
   * @param steps in order, each with its stage
   * @param blockedBy what is in the way
   * @param planHash what an approval is for
   */
  public record ProposalPart(
      String id,
      String subject,
      List<Row> facts,
      List<String> steps,
      List<String> blockedBy,
      String planHash) {

    public ProposalPart {
      facts = List.copyOf(facts);
      steps = List.copyOf(steps);
      blockedBy = List.copyOf(blockedBy);
    }
  }

  public NoticePage {
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
    proposals = List.copyOf(proposals);
  }
}
