package dev.poolkeeper.jobs.approval;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.proposal.Actor;
import dev.poolkeeper.processors.proposal.Decisions;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalPolicy;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Refused;
import dev.poolkeeper.processors.proposal.Transition;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.TicketAnswer;
import dev.poolkeeper.writers.channel.TicketDecision;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over what people have decided in tickets, by the rules that hold for every other approval.
 * Each decision is taken over once. Whatever cannot be is told, in the run and in the ticket; a
 * ticket system that does not answer costs no run.
 */
public final class TicketApprovals {

  /** The channel of actors who decided in a ticket. */
  public static final String TICKET = "ticket";

  private static final Set<ProposalState> ASKED =
      Set.of(ProposalState.WAITING, ProposalState.BLOCKED, ProposalState.APPROVED);

  private final ProposalBook book;
  private final ProposalPolicy policy;
  private final TicketReferences references;
  private final Clock clock;

  public TicketApprovals(
      ProposalBook book, ProposalPolicy policy, TicketReferences references, Clock clock) {
    this.book = book;
    this.policy = policy;
    this.references = references;
    this.clock = clock;
  }

  /**
   * @return what could not be taken over, and why
   */
  public List<String> take(List<TicketDesk> desks) {
    List<String> refusals = new ArrayList<>();
    desks.forEach(desk -> take(desk, refusals));
    return refusals;
  }

  private void take(TicketDesk desk, List<String> refusals) {
    for (ProposalOnFile one : book.open()) {
      Optional<String> reference =
          Optional.of(one.proposal())
              .filter(proposal -> ASKED.contains(proposal.state()))
              .flatMap(proposal -> references.of(desk.name(), "proposal:" + proposal.name()));
      if (reference.isPresent()) {
        TicketAnswer answer = desk.channel().decisions(reference.get(), one.proposal().hash());
        if (answer instanceof TicketAnswer.Unread unread) {
          refusals.add(
              "%s: the ticket of %s could not be read: %s"
                  .formatted(desk.name(), one.proposal().name(), unread.outcome().said()));
          if (unread.outcome().kind() != Outcome.Kind.REFUSED) {
            return;
          }
        } else if (answer instanceof TicketAnswer.NotCounted nothing) {
          told(desk, reference.get(), nothing.key(), nothing.why(), refusals);
        } else if (answer instanceof TicketAnswer.Read read) {
          for (TicketDecision decision : read.decisions()) {
            take(desk, reference.get(), one.proposal(), decision, refusals);
          }
        }
      }
    }
  }

  private void take(
      TicketDesk desk,
      String reference,
      Proposal asked,
      TicketDecision decision,
      List<String> refusals) {
    Instant now = clock.instant();
    ProposalOnFile known = book.find(asked.id()).orElseThrow();
    Actor by = new Actor(decision.by(), TICKET);
    if (takenBefore(known.proposal(), by, decision, now)) {
      return;
    }
    try {
      book.change(known, transition(known, by, decision, now));
    } catch (Refused refused) {
      String why = String.valueOf(refused.getMessage());
      told(desk, reference, decision.words() + "/" + asked.hash(), why, refusals);
    }
  }

  private Transition transition(
      ProposalOnFile known, Actor by, TicketDecision decision, Instant now) {
    Proposal proposal = known.proposal();
    Decisions decisions = new Decisions(policy);
    if (!decision.approved()) {
      return decisions.reject(proposal, by, decision.words(), now);
    }
    if (decision.at().plus(policy.approvalLasts()).isBefore(now)) {
      throw new Refused(
          "%s was approved by %s at %s, which has ended unused; it has to be approved anew"
              .formatted(proposal.name(), by.name(), decision.at()));
    }
    return decisions.approve(proposal, by, proposal.hash(), decision.words(), known.mode(), now);
  }

  /** Decided already; or, while it is approved, by whom does not matter any more. */
  private boolean takenBefore(Proposal proposal, Actor by, TicketDecision decision, Instant now) {
    boolean enough = decision.approved() && proposal.state() == ProposalState.APPROVED;
    boolean standing =
        decision.approved() && proposal.standing(now).stream().anyMatch(a -> a.by().equals(by));
    return enough
        || standing
        || book.history(proposal.id()).stream()
            .anyMatch(event -> event.by().equals(by) && event.note().startsWith(decision.words()));
  }

  private static void told(
      TicketDesk desk, String reference, String key, String why, List<String> refusals) {
    refusals.add("%s: %s".formatted(desk.name(), why));
    Receipt receipt = desk.channel().remark(reference, "remark/" + key, why);
    if (receipt.outcome().kind() != Outcome.Kind.DELIVERED) {
      refusals.add(
          "%s: the ticket could not be told so: %s"
              .formatted(desk.name(), receipt.outcome().said()));
    }
  }
}
