package dev.poolkeeper.processors.proposal;

import java.util.List;

/**
 * What became of a proposal, and the rows of its history that say so.
 *
 * @param events empty when nothing changed that anybody would want to know
 */
public record Transition(Proposal proposal, List<ProposalEvent> events) {

  public Transition {
    events = List.copyOf(events);
  }

  static Transition none(Proposal proposal) {
    return new Transition(proposal, List.of());
  }
}
