package dev.poolkeeper.jobs.batch;

import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** What Spring Batch knows of a run that did not get to its end. */
public final class Unfinished {

  private final JobExecution execution;

  public Unfinished(JobExecution execution) {
    this.execution = execution;
  }

  /** Names of the steps that were not finished, with commas. */
  public String steps() {
    return execution.getStepExecutions().stream()
        .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
        .map(StepExecution::getStepName)
        .collect(Collectors.joining(", "));
  }

  /** What a step ended with. */
  public Throwable cause() {
    return execution.getAllFailureExceptions().stream()
        .findFirst()
        .orElseGet(() -> new IllegalStateException("no reason was recorded"));
  }

  /** The first line of what was at the root of it. */
  public String reason() {
    return RootCause.line(cause());
  }
}
