package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.delivery.MailRoom;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Tells everybody who is to be told of the night, each once. What could not be delivered fails no
 * night: it is in the outbox, and in the exit code.
 */
public final class DeliverTasklet implements Tasklet {

  private final MailRoom mails;

  public DeliverTasklet(MailRoom mails) {
    this.mails = mails;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws InterruptedException {
    NightParameters night = NightParameters.of(context);
    contribution.incrementWriteCount(
        mails.deliver(night.out(), night.demo(), night.told().version()));
    return RepeatStatus.FINISHED;
  }
}
