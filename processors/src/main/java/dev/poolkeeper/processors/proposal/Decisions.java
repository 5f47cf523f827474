package dev.poolkeeper.processors.proposal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What people decide. */
public final class Decisions {

  /** Digits of a hash that have to be given at least to mean it. */
  public static final int LEAST_DIGITS = 12;

  private final Duration approvalLasts;
  private final Duration quarantine;

  public Decisions(ProposalPolicy policy) {
    this.approvalLasts = policy.approvalLasts();
    this.quarantine = policy.quarantine();
  }

  /**
   * Somebody says yes to the stage that the proposal is at. Where it takes two, the first yes
   * leaves it waiting. A yes by the command takes a no back; one from a file does not.
   *
   * @param hash of what is approved, its first {@value #LEAST_DIGITS} digits at least
   * @throws Refused saying why this cannot be approved, by this person, or now
   */
  public Transition approve(
      Proposal proposal, Actor by, String hash, String reason, ApprovalMode mode, Instant now) {
    String name = proposal.name();
    boolean afterAll =
        proposal.state() == ProposalState.REJECTED && by.channel().equals(Actor.COMMAND);
    Moves.refuse(proposal.state() != ProposalState.WAITING && !afterAll, Moves.notNow(proposal));
    Moves.refuse(
        mode == ApprovalMode.NEVER,
        name + ": the configuration says that this is never cleaned up");
    Moves.refuse(
        proposal.plan().blocked(), name + " is blocked: " + Moves.blocked(proposal.plan()));
    Moves.refuse(
        hash.length() < LEAST_DIGITS || !proposal.hash().startsWith(hash),
        "%s is not the plan that %s stands for, which would be %s; look at it again: poolkeeper proposals show %s"
            .formatted(name, hash, proposal.hash().substring(0, LEAST_DIGITS), name));
    Moves.refuseTooEarly(proposal, quarantine, now);
    Moves.refuse(reason.isBlank(), "an approval needs a reason");
    Moves.refuse(
        proposal.standing(now).stream().anyMatch(a -> a.by().sameAs(by)),
        "%s has approved %s already; it takes another person".formatted(by.name(), name));
    Proposal approved =
        proposal.with(
            new Approval(
                by, now, proposal.stage(), proposal.hash(), reason, now.plus(approvalLasts)));
    boolean enough = Moves.suffices(approved, mode, now);
    return Moves.moved(
        proposal,
        approved.in(enough ? ProposalState.APPROVED : ProposalState.WAITING, now),
        by,
        now,
        enough
            ? reason
            : "%s (%d of %d persons)"
                .formatted(reason, approved.standing(now).size(), mode.persons()));
  }

  /**
   * Somebody says no; whatever was approved before is worth nothing after it.
   *
   * @throws Refused when it is too late, or without a reason
   */
  public Transition reject(Proposal proposal, Actor by, String reason, Instant now) {
    Moves.refuse(reason.isBlank(), "a rejection needs a reason");
    Moves.refuse(
        proposal.state() == ProposalState.RUNNING
            || !proposal.state().open()
            || proposal.state().decided(),
        Moves.notNow(proposal));
    return Moves.moved(
        proposal, proposal.disapproved().in(ProposalState.REJECTED, now), by, now, reason);
  }

  /**
   * Why it cannot be brought back; empty when it can. What is done by its quarantine alone, as a
   * share that leads nowhere, can be.
   */
  public static Optional<String> notRestorable(Proposal proposal) {
    if (proposal.state() == ProposalState.DONE && proposal.stage() == Stage.QUARANTINE) {
      return Optional.empty();
    }
    if (proposal.quarantinedAt().isEmpty()) {
      return Optional.of(proposal.name() + " was never in quarantine: nothing was taken away");
    }
    return switch (proposal.state()) {
      case DONE -> Optional.of(proposal.name() + " is done: what it was about is destroyed");
      case RUNNING, RESTORED -> Optional.of(Moves.notNow(proposal));
      default -> Optional.empty();
    };
  }

  /**
   * What quarantine took away is back.
   *
   * @throws Refused when it cannot be
   */
  public Transition restored(Proposal proposal, Actor by, String reason, Instant now) {
    notRestorable(proposal)
        .ifPresent(
            why -> {
              throw new Refused(why);
            });
    return Moves.moved(proposal, proposal.in(ProposalState.RESTORED, now), by, now, reason);
  }
}
