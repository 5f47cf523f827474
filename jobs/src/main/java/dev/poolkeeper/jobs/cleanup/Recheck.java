package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.judge.ConfiguredRulings;
import dev.poolkeeper.processors.judge.NightJudge;
import dev.poolkeeper.processors.judge.ProposalKnowledge;
import dev.poolkeeper.processors.judge.Trends;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.NightlyReview;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Planned;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a proposal comes to by what was just read: judged by every rule again, planned again. A plan
 * is only there where the last night's finding was confirmed, and it would be one right now.
 */
final class Recheck {

  private final Map<String, Finding> standing = new HashMap<>();
  private final NightlyReview.Knowledge knowledge;

  /**
   * @param findings of the last night
   * @param held reason by part that a guard distrusts
   */
  Recheck(
      Inventory inventory,
      Reconciliation join,
      Map<String, String> held,
      History history,
      List<Finding> findings,
      Configuration configuration,
      Instant now) {
    Night night =
        new Night(inventory, join, new Completeness(inventory, held), configuration.orphanPolicy());
    Judgements judgements = NightJudge.judge(night, held, history, Trends.none());
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var excepted = ConfiguredRulings.excepted(night, configuration.rules(), today);
    Map<String, Finding> known = new HashMap<>();
    findings.stream()
        .filter(NightlyReview::eligible)
        .forEach(finding -> known.put(finding.fingerprint(), finding));
    for (Candidate candidate : judgements.candidates()) {
      Finding finding = known.get(name(candidate.code(), candidate.subject()));
      if (finding != null
          && candidate.exemption().isEmpty()
          && !excepted.test(candidate.code(), candidate.subject())) {
        standing.put(finding.fingerprint(), withSizeOf(candidate, finding));
      }
    }
    this.knowledge =
        new ProposalKnowledge(
            night, List.copyOf(standing.values()), configuration.proposals().policy(), now);
  }

  private static String name(FindingCode code, Subject subject) {
    return code.code() + ":" + subject;
  }

  private static Finding withSizeOf(Candidate candidate, Finding finding) {
    return new Finding(
        finding.code(),
        finding.subject(),
        finding.status(),
        finding.severity(),
        finding.confirmed(),
        finding.firstSeenAt(),
        finding.lastSeenAt(),
        finding.nights(),
        candidate.reclaimableBytes(),
        candidate.evidence(),
        finding.note(),
        finding.cause());
  }

  /** What the proposal's finding leads to now; empty when nothing says any more that it may go. */
  Optional<Plan> plan(Proposal proposal) {
    return finding(proposal)
        .map(knowledge::plan)
        .filter(Planned.Steps.class::isInstance)
        .map(planned -> ((Planned.Steps) planned).plan());
  }

  private Optional<Finding> finding(Proposal proposal) {
    return Optional.ofNullable(
        standing.get(name(proposal.plan().code(), proposal.plan().subject())));
  }

  /** What it takes now to approve a stage; never where nothing stands any more. */
  ApprovalMode mode(Proposal proposal, Plan plan, Stage stage) {
    return finding(proposal)
        .map(finding -> knowledge.mode(finding, plan, stage))
        .orElse(ApprovalMode.NEVER);
  }
}
