package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.StepRecord;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.ledger.StepRecordWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes again what quarantine took away, the last first. Where one cannot be made again the others
 * still are; running it again tries those that are left. Of a step that was begun, and may have
 * been done, the system is asked.
 */
public final class Restoration {

  private static final Set<StepRecord.Outcome> MAYBE_DONE =
      Set.of(StepRecord.Outcome.DONE, StepRecord.Outcome.BEGUN);

  private static final Comparator<StepRecord> LAST_FIRST =
      Comparator.comparing(StepRecord::beganAt).thenComparing(StepRecord::place).reversed();

  private final ProposalReader reader;
  private final StepRecordWriter writer;
  private final Hands hands;
  private final Clock clock;

  public Restoration(ProposalReader reader, StepRecordWriter writer, Hands hands, Clock clock) {
    this.reader = reader;
    this.writer = writer;
    this.hands = hands;
    this.clock = clock;
  }

  /** What could not be made again, and why; empty when all of it is back. */
  public List<String> restore(Proposal proposal) {
    List<String> left = new ArrayList<>();
    try (OpenHands open = new OpenHands(hands, proposal.name())) {
      reader.steps(proposal.id()).stream()
          .filter(step -> step.step().stage() == Stage.QUARANTINE)
          .filter(step -> MAYBE_DONE.contains(step.outcome()))
          .sorted(LAST_FIRST)
          .forEach(step -> undo(proposal, step, open).ifPresent(left::add));
    }
    return left;
  }

  private Optional<String> undo(Proposal proposal, StepRecord done, OpenHands open) {
    String source = done.step().target().source();
    if (!hands.has(source)) {
      return Optional.of(source + " has no executor in the configuration");
    }
    try {
      Hand hand = open.of(source);
      if (done.outcome() == StepRecord.Outcome.BEGUN && !hand.done(done.step())) {
        ended(proposal, done, StepRecord.Outcome.FAILED, Optional.of("it was not done"));
        return Optional.empty();
      }
      hand.undo(done.step(), done.remembered());
      ended(proposal, done, StepRecord.Outcome.UNDONE, Optional.empty());
      return Optional.empty();
    } catch (HandFailure failure) {
      return Optional.of("%s: %s".formatted(done.step().target(), failure.getMessage()));
    }
  }

  private void ended(
      Proposal proposal, StepRecord step, StepRecord.Outcome outcome, Optional<String> note) {
    writer.ended(proposal.id(), step.hash(), step.place(), outcome, note, clock.instant());
  }
}
