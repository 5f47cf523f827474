package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.delivery.MailRoom;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Tells everybody who is to be told of the week, each once. */
public final class WeeklyDeliverTasklet implements Tasklet {

  private final MailRoom mails;

  public WeeklyDeliverTasklet(MailRoom mails) {
    this.mails = mails;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws InterruptedException {
    WeeklyParameters week = WeeklyParameters.of(context);
    contribution.incrementWriteCount(mails.deliver(week.out(), week.demo(), week.told().version()));
    return RepeatStatus.FINISHED;
  }
}
