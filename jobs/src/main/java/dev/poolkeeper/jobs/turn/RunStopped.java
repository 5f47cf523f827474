package dev.poolkeeper.jobs.turn;

import org.springframework.batch.core.job.JobInterruptedException;

/** A run does not go on, as it was asked to stop. Spring Batch knows that by the cause. */
public final class RunStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunStopped() {
    super("stopped by a signal", new JobInterruptedException("stopped by a signal"));
  }
}
