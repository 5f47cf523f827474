package dev.poolkeeper.writers.webhook;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.ProposalLine;
import dev.poolkeeper.writers.notice.NoticeText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The body of a webhook; its field names are a public contract.
 *
 * @param schemaVersion raised when a field changes its meaning or goes
 * @param type {@code finding.opened}, {@code findings.changed}, {@code proposal.recovered} …: what
 *     it is about, and what became of it
 * @param key the same in every try
 * @param topic what the matter is known by across nights
 * @param text of the notice, as CommonMark
 * @param changes what is new about it
 * @param ended why it is over
 * @param findings what it is about, as {@code poolkeeper findings -o json} has them, with owner and
 *     commands
 * @param more how many findings there are beside these
 */
record WebhookEvent(
    int schemaVersion,
    String type,
    String key,
    String topic,
    LocalDate night,
    boolean demo,
    String severity,
    String title,
    String text,
    List<String> changes,
    Optional<String> ended,
    List<ActionLine> findings,
    int more,
    Optional<ProposalLine> proposal,
    Optional<String> reportUrl,
    String job,
    long run,
    String version) {

  static final int SCHEMA_VERSION = 1;

  static WebhookEvent of(Notice notice, NoticeText text) {
    Matter matter = notice.matter();
    return new WebhookEvent(
        SCHEMA_VERSION,
        about(matter) + "." + notice.kind().word(),
        notice.key(),
        notice.topic(),
        notice.night(),
        notice.origin().demo(),
        notice.severity().word(),
        text.title(),
        text.markdown(),
        notice.changes(),
        notice.ended(),
        findings(matter),
        matter instanceof Matter.ManyFindings many ? many.more() : 0,
        matter instanceof Matter.OneProposal one ? Optional.of(one.proposal()) : Optional.empty(),
        notice.origin().reportUrl(),
        notice.origin().job(),
        notice.origin().run(),
        notice.origin().version());
  }

  private static String about(Matter matter) {
    if (matter instanceof Matter.OneProposal) {
      return "proposal";
    }
    return matter instanceof Matter.OneFinding ? "finding" : "findings";
  }

  private static List<ActionLine> findings(Matter matter) {
    if (matter instanceof Matter.OneFinding one) {
      return List.of(one.finding());
    }
    return matter instanceof Matter.ManyFindings many ? many.findings() : List.of();
  }
}
