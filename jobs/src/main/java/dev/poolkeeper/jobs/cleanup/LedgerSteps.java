package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.proposal.StepRecord;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.ledger.StepRecordWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Notes of steps in the ledger, each written at once. */
record LedgerSteps(ProposalReader reader, StepRecordWriter writer, Clock clock)
    implements StepLedger {

  @Override
  public List<StepRecord> begunOf(long proposal, String hash) {
    return reader.steps(proposal).stream().filter(step -> step.hash().equals(hash)).toList();
  }

  @Override
  public void begun(long proposal, StepRecord step) {
    writer.begun(proposal, step);
  }

  @Override
  public void ended(
      long proposal, String hash, int place, StepRecord.Outcome outcome, Optional<String> note) {
    writer.ended(proposal, hash, place, outcome, note, clock.instant());
  }
}
