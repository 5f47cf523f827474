package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.delivery.Place;
import dev.poolkeeper.jobs.delivery.PostRoom;
import dev.poolkeeper.jobs.delivery.Telling;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Tells everybody who is to be told of the night, each once. What could not be delivered fails no
 * night: it is in the outbox, and in the exit code. A run that is to tell nobody sends nothing that
 * earlier ones left there either.
 */
public final class DeliverTasklet implements Tasklet {

  private final PostRoom post;

  public DeliverTasklet(PostRoom post) {
    this.post = post;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws InterruptedException {
    NightParameters night = NightParameters.of(context);
    if (night.told().telling() != Telling.NOBODY) {
      contribution.incrementWriteCount(
          post.deliver(new Place(night.out(), night.demo(), night.told().version())));
    }
    return RepeatStatus.FINISHED;
  }
}
