package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.NightlyReview;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Planned;
import dev.poolkeeper.processors.proposal.Planner;
import dev.poolkeeper.processors.proposal.ProposalPolicy;
import dev.poolkeeper.processors.proposal.Stage;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** What a joined night knows of findings that something may be done about. */
public final class ProposalKnowledge implements NightlyReview.Knowledge {

  private final Night night;
  private final ProposalPolicy policy;
  private final Planner planner;
  private final FactFinder facts;
  private final Instant now;

  /**
   * @param findings those that will be asked for
   * @param now that ages are counted to
   */
  public ProposalKnowledge(
      Night night, List<Finding> findings, ProposalPolicy policy, Instant now) {
    this.night = night;
    this.policy = policy;
    this.planner = new Planner(night, findings.stream().map(Finding::subject).toList());
    this.facts = new FactFinder(night);
    this.now = now;
  }

  @Override
  public Planned plan(Finding finding) {
    return planner.plan(finding);
  }

  @Override
  public ApprovalMode mode(Finding finding, Plan plan, Stage stage) {
    return policy.mode(plan, stage, facts.of(finding.subject()), finding.firstSeenAt(), now);
  }

  @Override
  public OptionalLong used(Subject pool) {
    return night
        .join()
        .dataset(Subject.of(pool.source(), ObjectKind.DATASET, pool.name()))
        .map(Dataset::usage)
        .map(usage -> usage.usedBytes())
        .orElse(OptionalLong.empty());
  }
}
