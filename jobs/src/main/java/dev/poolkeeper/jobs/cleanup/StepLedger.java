package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.proposal.StepRecord;
import java.util.List;
import java.util.Optional;

/** Where notes of steps are kept. Every note is safe once its call returns. */
interface StepLedger {

  /** What was begun of a stage before, by a cleanup that was killed perhaps. */
  List<StepRecord> begunOf(long proposal, String hash);

  void begun(long proposal, StepRecord step);

  void ended(
      long proposal, String hash, int place, StepRecord.Outcome outcome, Optional<String> note);
}
