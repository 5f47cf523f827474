package dev.poolkeeper.writers.notice;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Origin;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.LookCommand;
import dev.poolkeeper.processors.report.ProposalLine;
import dev.poolkeeper.writers.notice.NoticePage.CommandPart;
import dev.poolkeeper.writers.notice.NoticePage.FindingPart;
import dev.poolkeeper.writers.notice.NoticePage.ProposalPart;
import dev.poolkeeper.writers.notice.NoticePage.Row;
import dev.poolkeeper.writers.text.ByteText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Puts a notice into words. */
final class NoticePages {

  private NoticePages() {}

  static NoticePage of(Notice notice) {
    Matter matter = notice.matter();
    return new NoticePage(
        notice.title(),
        notice.origin().demo(),
        notice.kind().word(),
        notice.severity().word(),
        notice.night().toString(),
        notice.changes(),
        notice.ended().orElse(""),
        findings(matter),
        matter instanceof Matter.ManyFindings many ? many.more() : 0,
        matter instanceof Matter.OneProposal one ? List.of(part(one.proposal())) : List.of(),
        notice.origin().reportUrl().orElse(""),
        origin(notice.origin(), notice.topic()));
  }

  private static String origin(Origin origin, String topic) {
    return "poolkeeper %s, %s, run %d; known as %s"
        .formatted(origin.version(), origin.job(), origin.run(), topic);
  }

  private static List<FindingPart> findings(Matter matter) {
    if (matter instanceof Matter.OneFinding one) {
      return List.of(part(one.finding()));
    }
    if (matter instanceof Matter.ManyFindings many) {
      return many.findings().stream().map(NoticePages::part).toList();
    }
    return List.of();
  }

  private static FindingPart part(ActionLine finding) {
    FindingCode code = FindingCode.parse(finding.code()).orElseThrow();
    return new FindingPart(
        finding.code(),
        code.title(),
        code.meaning().strip(),
        finding.severity(),
        finding.subject(),
        facts(finding),
        finding.evidence(),
        finding.action(),
        finding.commands().stream().map(NoticePages::part).toList());
  }

  private static CommandPart part(LookCommand command) {
    return new CommandPart(command.where(), command.command());
  }

  private static List<Row> facts(ActionLine finding) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Subject", finding.subject()));
    rows.add(new Row("Severity", finding.severity()));
    rows.add(
        new Row(
            "Seen",
            "on %s since %s"
                .formatted(
                    finding.nights() == 1 ? "1 night" : finding.nights() + " nights",
                    finding.firstSeen())));
    rows.add(
        new Row("Could be freed", bytes(finding.reclaimableBytes(), finding.reclaimableBytes())));
    finding
        .owner()
        .ifPresent(owner -> rows.add(new Row("Owner", owner.name() + ", by its " + owner.from())));
    finding
        .cause()
        .ifPresent(
            cause ->
                rows.add(
                    new Row(
                        "Probable cause",
                        cause + finding.causeEvidence().map(why -> ": " + why).orElse(""))));
    finding.blockedBy().ifPresent(by -> rows.add(new Row("Blocked by", by)));
    finding.note().ifPresent(note -> rows.add(new Row("Note", note)));
    return rows;
  }

  private static ProposalPart part(ProposalLine proposal) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Subject", proposal.subject()));
    rows.add(new Row("State", proposal.state()));
    rows.add(new Row("Stage", proposal.stage()));
    rows.add(new Row("Approval", proposal.approval()));
    rows.add(
        new Row("Frees", bytes(proposal.reclaimableBytes(), proposal.reclaimableBytesAtMost())));
    if (!proposal.approvedBy().isEmpty()) {
      rows.add(new Row("Approved by", String.join(", ", proposal.approvedBy())));
    }
    return new ProposalPart(
        proposal.id(),
        proposal.subject(),
        rows,
        proposal.steps(),
        proposal.blockedBy(),
        proposal.planHash());
  }

  private static String bytes(OptionalLong least, OptionalLong most) {
    if (least.isEmpty()) {
      return "not known";
    }
    String from = ByteText.of(least.getAsLong());
    return most.isEmpty() || most.equals(least)
        ? from
        : "%s to %s".formatted(from, ByteText.of(most.getAsLong()));
  }
}
