package dev.poolkeeper.jobs.approval;

import dev.poolkeeper.jobs.configuration.ApprovalsFile;
import dev.poolkeeper.jobs.configuration.ApprovalsFile.Given;
import dev.poolkeeper.processors.proposal.Actor;
import dev.poolkeeper.processors.proposal.Decisions;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalPolicy;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Refused;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes over the approvals of a file. What was taken over before is left alone, as often as the
 * file is read; so is what has become of older ones. Whatever cannot be taken over is told.
 */
public final class FileApprovals {

  private final ProposalReader reader;
  private final ProposalWriter writer;
  private final ProposalPolicy policy;
  private final Clock clock;

  public FileApprovals(
      ProposalReader reader, ProposalWriter writer, ProposalPolicy policy, Clock clock) {
    this.reader = reader;
    this.writer = writer;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * @return what was refused, and why, in the order of the file
   * @throws dev.poolkeeper.jobs.configuration.InvalidConfiguration when the file cannot be read
   */
  public List<String> take(Path file) {
    List<String> refusals = new ArrayList<>();
    for (Given given : ApprovalsFile.read(file)) {
      try {
        take(given);
      } catch (Refused refused) {
        refusals.add("%s: %s".formatted(file, refused.getMessage()));
      }
    }
    return refusals;
  }

  private void take(Given given) {
    Instant now = clock.instant();
    ProposalOnFile known =
        Proposal.number(given.proposal()).stream()
            .mapToObj(reader::find)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> new Refused("there is no proposal " + given.proposal()));
    Actor by = new Actor(given.by(), "file");
    if (over(known.proposal(), by, given, now)) {
      return;
    }
    writer.change(
        known,
        new Decisions(policy)
            .approve(known.proposal(), by, given.hash(), given.reason(), known.mode(), now),
        known.mode());
  }

  /** Whether nothing is left to be taken over of it. */
  private boolean over(Proposal proposal, Actor by, Given given, Instant now) {
    boolean ended =
        !proposal.state().open()
            || proposal.state() == ProposalState.RUNNING
            || proposal.state() == ProposalState.QUARANTINED;
    boolean standing =
        proposal.standing(now).stream()
            .anyMatch(a -> a.by().name().equals(by.name()) && a.hash().startsWith(given.hash()));
    boolean used =
        reader.history(proposal.id()).stream()
            .anyMatch(
                event ->
                    event.to() == ProposalState.RUNNING && event.hash().startsWith(given.hash()));
    return ended || standing || used;
  }
}
