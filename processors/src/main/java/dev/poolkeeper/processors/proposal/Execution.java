package dev.poolkeeper.processors.proposal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The way through a cleanup. {@link #start} is the only way into {@link ProposalState#RUNNING}: it
 * takes as many standing approvals of this very plan as the policy asks for now.
 */
public final class Execution {

  private final Duration quarantine;

  public Execution(ProposalPolicy policy) {
    this.quarantine = policy.quarantine();
  }

  /**
   * The cleanup begins, with a plan that it has made from what it has just read.
   *
   * @param fresh what the finding leads to now; empty when nothing says so any more
   * @param mode what the policy asks for now
   * @throws Refused when quarantine is not over, when there is no valid approval of this very plan,
   *     or something is in the way
   */
  public Transition start(Proposal proposal, Optional<Plan> fresh, ApprovalMode mode, Instant now) {
    String name = proposal.name();
    Moves.refuse(proposal.state() != ProposalState.APPROVED, Moves.notNow(proposal));
    Plan plan =
        fresh.orElseThrow(() -> new Refused(name + ": nothing says any more that it may go"));
    Moves.refuse(plan.blocked(), name + " is blocked now: " + Moves.blocked(plan));
    Proposal next = proposal.planned(plan);
    Moves.refuse(
        !plan.firstStage().equals(Optional.of(proposal.stage()))
            || !next.hash().equals(proposal.hash()),
        "%s is not the plan that was approved: %s"
            .formatted(name, Moves.difference(proposal, next)));
    Moves.refuseTooEarly(next, quarantine, now);
    Moves.refuse(
        !Moves.suffices(next, mode, now),
        name + " has no approval that holds: it is over, or no longer enough");
    return Moves.moved(
        proposal, next.in(ProposalState.RUNNING, now), Actor.CLEANUP, now, "carried out");
  }

  /**
   * A cleanup that was killed may go on with its plan where what was read now only lacks what was
   * done.
   *
   * @param fresh what the finding leads to now; empty when nothing is left of it
   * @throws Refused when something is in the way, or something came to it
   */
  public void resume(Proposal proposal, Optional<Plan> fresh) {
    Moves.refuse(proposal.state() != ProposalState.RUNNING, proposal.name() + " was not begun");
    if (fresh.isEmpty()) {
      return;
    }
    Plan plan = fresh.get();
    Moves.refuse(plan.blocked(), proposal.name() + " is blocked now: " + Moves.blocked(plan));
    Set<Step> known = new HashSet<>(proposal.plan().steps());
    plan.steps().stream()
        // also of an earlier stage: something may lead to it again
        .filter(step -> step.stage().compareTo(proposal.stage()) <= 0)
        .filter(step -> !known.contains(step) && !plan.turnover().contains(step.target()))
        .findFirst()
        .ifPresent(
            step -> {
              throw new Refused(
                  "%s: %s was not part of it".formatted(proposal.name(), step.words()));
            });
  }

  /** Every step of the stage was done and read back. */
  public Transition finished(Proposal proposal, Instant now) {
    Moves.refuse(proposal.state() != ProposalState.RUNNING, proposal.name() + " was not begun");
    return proposal.stage() == Stage.QUARANTINE && proposal.plan().waits()
        ? Moves.moved(
            proposal,
            proposal.quarantined(now).in(ProposalState.QUARANTINED, now),
            Actor.CLEANUP,
            now,
            "out of reach; its end can be approved from %s on"
                .formatted(Moves.second(now.plus(quarantine))))
        : Moves.moved(
            proposal,
            proposal.in(ProposalState.DONE, now),
            Actor.CLEANUP,
            now,
            "done, and read back");
  }

  /**
   * A step did not go through. What quarantine has taken away by then can be brought back, too.
   *
   * @param undone whether what was done before it was taken back
   * @param note what was seen, and what is left
   */
  public Transition failed(Proposal proposal, boolean undone, String note, Instant now) {
    Moves.refuse(proposal.state() != ProposalState.RUNNING, proposal.name() + " was not begun");
    ProposalState state = undone ? ProposalState.ROLLED_BACK : ProposalState.FAILED;
    boolean away = !undone && proposal.stage() == Stage.QUARANTINE;
    Proposal left = away ? proposal.quarantined(now) : proposal;
    return Moves.moved(proposal, left.in(state, now), Actor.CLEANUP, now, note);
  }
}
