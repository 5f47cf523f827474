package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.readers.ledger.ProposalReader;
import java.util.Optional;

/** Finds the proposal that a person names. */
final class ProposalId {

  private ProposalId() {}

  /**
   * @throws NothingToShow when there is none of that name
   */
  static ProposalOnFile find(ProposalReader proposals, String text) {
    return Proposal.number(text).stream()
        .mapToObj(proposals::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new NothingToShow(
                    "There is no proposal '%s'. Next: poolkeeper proposals --all lists them."
                        .formatted(text)));
  }
}
