package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.delivery.Place;
import dev.poolkeeper.jobs.delivery.PostRoom;
import dev.poolkeeper.jobs.delivery.Telling;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Tells everybody who is to be told of the week, each once. */
public final class WeeklyDeliverTasklet implements Tasklet {

  private final PostRoom post;

  public WeeklyDeliverTasklet(PostRoom post) {
    this.post = post;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws InterruptedException {
    WeeklyParameters week = WeeklyParameters.of(context);
    if (week.told().telling() != Telling.NOBODY) {
      contribution.incrementWriteCount(
          post.deliver(new Place(week.out(), week.demo(), week.told().version())));
    }
    return RepeatStatus.FINISHED;
  }
}
