package dev.poolkeeper.jobs.batch;

import dev.poolkeeper.jobs.turn.RunStopped;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * A run of a job over the ledger that did not get to its end; the message says in which step and
 * why.
 */
public final class JobFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JobFailed(String message, Throwable cause) {
    super(message, cause);
  }

  static JobFailed stopped(JobExecution execution, String job, LocalDate night) {
    return new JobFailed(
        """
        The %s run for %s was stopped by a signal (SIGTERM, Ctrl-C) in step %s.
        What the nights said is untouched. Next: start it again; it begins anew."""
            .formatted(job, night, unfinished(execution)),
        new RunStopped());
  }

  private static String unfinished(JobExecution execution) {
    return execution.getStepExecutions().stream()
        .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
        .map(StepExecution::getStepName)
        .collect(Collectors.joining(", "));
  }

  static JobFailed of(JobExecution execution, String job, LocalDate night) {
    Throwable cause =
        execution.getAllFailureExceptions().stream()
            .findFirst()
            .orElseGet(() -> new IllegalStateException("no reason was recorded"));
    return new JobFailed(
        """
        The %s run for %s failed in step %s: %s
        What the nights said is untouched. Next: mend the cause and start it again with --date %s.\
        """
            .formatted(job, night, unfinished(execution), RootCause.line(cause), night),
        cause);
  }
}
