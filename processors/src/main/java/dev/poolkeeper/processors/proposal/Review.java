package dev.poolkeeper.processors.proposal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a night makes of proposals: new ones, changed ones, those whose quarantine is over, those
 * whose finding is gone. It never carries anything out.
 *
 * <p>Whatever changes a plan takes the worth of every approval away, since those are for its hash.
 */
public final class Review {

  private static final Set<ProposalState> FAILURES =
      Set.of(ProposalState.FAILED, ProposalState.ROLLED_BACK);

  /** Marks a plan that has failed: a rule's yes is for one attempt. */
  private static final String SPENT = "it failed, so its rule does not approve it again";

  private final Duration approvalLasts;
  private final Duration quarantine;

  public Review(ProposalPolicy policy) {
    this.approvalLasts = policy.approvalLasts();
    this.quarantine = policy.quarantine();
  }

  /**
   * A finding was planned for the first time.
   *
   * @throws IllegalArgumentException when the plan has no steps
   */
  public Transition detected(Plan plan, ApprovalMode mode, Instant now) {
    Proposal fresh =
        new Proposal(0, plan, ProposalState.BLOCKED, first(plan), now, List.of(), Optional.empty());
    return fresh.stage() == Stage.DESTROY && plan.waits()
        ? Moves.moved(
            fresh,
            fresh.quarantined(now).in(ProposalState.QUARANTINED, now),
            Actor.NIGHTLY,
            now,
            "nothing leads to it; its quarantine lasts until " + Moves.second(now.plus(quarantine)))
        : settle(fresh, fresh, mode, "planned", now);
  }

  private static Stage first(Plan plan) {
    return plan.firstStage()
        .orElseThrow(() -> new IllegalArgumentException("a plan without steps: " + plan));
  }

  /** The same finding on a later night. What is being carried out, or is over, is left alone. */
  public Transition replanned(Proposal known, Plan plan, ApprovalMode mode, Instant now) {
    if (known.state() == ProposalState.RUNNING || !known.state().open()) {
      return Transition.none(known);
    }
    // whatever leads to it is taken away first, also when it came back
    Proposal next = outOfReach(known, afresh(known, known.planned(plan).at(first(plan))), now);
    if (known.state().decided()) {
      return Transition.none(next);
    }
    if (next.stage() == Stage.QUARANTINE || !plan.waits()) {
      return settle(known, next, mode, why(known, next), now);
    }
    return over(next, now)
        ? settle(known, next, mode, why(known, next), now)
        : quarantined(known, next, now);
  }

  /** Whoever approved it did so before it failed; a rule does not approve what is left of it. */
  private static Proposal afresh(Proposal known, Proposal next) {
    if (!FAILURES.contains(known.state())) {
      return next;
    }
    Approval spent =
        new Approval(Actor.POLICY, known.since(), next.stage(), next.hash(), SPENT, known.since());
    return next.disapproved().with(spent);
  }

  /** Quarantine begins when nothing leads to the data any more, and anew when something did. */
  private static Proposal outOfReach(Proposal known, Proposal next, Instant now) {
    if (next.stage() == Stage.QUARANTINE || !next.plan().waits()) {
      return next;
    }
    boolean since = known.state() == ProposalState.QUARANTINED || known.stage() == Stage.DESTROY;
    return next.quarantined(since ? known.quarantinedAt().orElse(now) : now);
  }

  private boolean over(Proposal proposal, Instant now) {
    return proposal
        .quarantinedAt()
        .filter(since -> !since.plus(quarantine).isAfter(now))
        .isPresent();
  }

  private Transition quarantined(Proposal known, Proposal next, Instant now) {
    return known.state() == ProposalState.QUARANTINED
        ? Transition.none(next)
        : Moves.moved(
            known,
            next.in(ProposalState.QUARANTINED, now),
            Actor.NIGHTLY,
            now,
            "nothing leads to it; its quarantine lasts until "
                + Moves.second(next.quarantinedAt().orElse(now).plus(quarantine)));
  }

  private String why(Proposal known, Proposal next) {
    return switch (known.state()) {
      case FAILED, ROLLED_BACK -> "it failed before, and needs a new approval";
      case QUARANTINED ->
          next.stage() == Stage.DESTROY
              ? "it was in quarantine for %d days".formatted(quarantine.toDays())
              : "something leads to it again: " + next.plan().steps().get(0).target();
      default ->
          known.hash().equals(next.hash())
              ? "nothing is in its way any more"
              : "the plan is not the one it was: " + Moves.difference(known, next);
    };
  }

  /** Blocked; or approved, where approvals suffice; or waiting for some. */
  private Transition settle(
      Proposal known, Proposal next, ApprovalMode mode, String why, Instant now) {
    if (next.plan().blocked()) {
      return still(known, next, ProposalState.BLOCKED)
          ? Transition.none(next)
          : to(known, next, ProposalState.BLOCKED, Moves.blocked(next.plan()), now);
    }
    if (Moves.suffices(next, mode, now)) {
      return known.state() == ProposalState.APPROVED
          ? Transition.none(next)
          : to(known, next, ProposalState.APPROVED, why, now);
    }
    if (mode == ApprovalMode.AUTO && !spent(next)) {
      return byRule(known, next, now);
    }
    if (still(known, next, ProposalState.WAITING)) {
      return Transition.none(next);
    }
    boolean expired = known.state() == ProposalState.APPROVED && known.hash().equals(next.hash());
    return to(
        known,
        next,
        ProposalState.WAITING,
        expired ? "its approval is over, or no longer enough" : why,
        now);
  }

  private static boolean spent(Proposal proposal) {
    return proposal.approvals().stream()
        .anyMatch(
            a ->
                a.by().equals(Actor.POLICY)
                    && a.reason().equals(SPENT)
                    && a.stage() == proposal.stage()
                    && a.hash().equals(proposal.hash()));
  }

  private static boolean still(Proposal known, Proposal next, ProposalState state) {
    return known.id() != 0 && known.state() == state && known.hash().equals(next.hash());
  }

  private Transition byRule(Proposal known, Proposal next, Instant now) {
    String reason = "its rule says auto";
    Approval given =
        new Approval(Actor.POLICY, now, next.stage(), next.hash(), reason, now.plus(approvalLasts));
    return Moves.moved(
        known, next.with(given).in(ProposalState.APPROVED, now), Actor.POLICY, now, reason);
  }

  private static Transition to(
      Proposal known, Proposal next, ProposalState state, String why, Instant now) {
    return Moves.moved(known, next.in(state, now), Actor.NIGHTLY, now, why);
  }

  /** Its finding is resolved, or somebody excepted it. */
  public Transition withdrawn(Proposal known, String note, Instant now) {
    return known.state().open() && known.state() != ProposalState.RUNNING
        ? to(known, known, ProposalState.WITHDRAWN, note, now)
        : Transition.none(known);
  }
}
