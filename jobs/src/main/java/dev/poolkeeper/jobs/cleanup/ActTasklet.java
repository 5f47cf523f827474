package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.cleanup.CleanupReport.Result;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.processors.proposal.Execution;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Transition;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import java.time.Clock;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Carries out what was begun, one proposal after the other, while the run has its turn. A dry run
 * has begun nothing.
 */
public final class ActTasklet implements Tasklet {

  /** What was approved and begun, and whether it is still ours to carry out. */
  record Begun(ProposalReader reader, ProposalWriter writer, Turns turns) {}

  private final Begun ledger;
  private final StageExecutor executor;
  private final Execution execution;
  private final CleanupReport report;
  private final Clock clock;

  ActTasklet(
      Begun ledger,
      StageExecutor executor,
      Configuration configuration,
      CleanupReport report,
      Clock clock) {
    this.ledger = ledger;
    this.executor = executor;
    this.execution = new Execution(configuration.proposals().policy());
    this.report = report;
    this.clock = clock;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    if (CleanupParameters.of(context).execute()) {
      List<ProposalOnFile> begun =
          ledger.reader().open().stream()
              .filter(one -> one.proposal().state() == ProposalState.RUNNING)
              .toList();
      begun.forEach(this::carryOut);
      contribution.incrementWriteCount(begun.size());
    }
    return RepeatStatus.FINISHED;
  }

  private void carryOut(ProposalOnFile known) {
    ledger.turns().check();
    Proposal proposal = known.proposal();
    StageExecutor.Ending ending = ledger.turns().whole(() -> executor.execute(proposal));
    Transition after =
        ending.finished()
            ? execution.finished(proposal, clock.instant())
            : execution.failed(proposal, ending.undone(), ending.words(), clock.instant());
    ledger.writer().change(known, after, known.mode());
    Result result =
        ending.finished() ? Result.DONE : ending.undone() ? Result.TAKEN_BACK : Result.FAILED;
    report.say(proposal, result, ending.finished() ? after.events().get(0).note() : ending.words());
  }
}
