package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.batch.RootCause;
import dev.poolkeeper.jobs.turn.RunStopped;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** A night that did not get to its end; the message says in which step and why. */
public final class NightFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NightFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * It is left open in the ledger, so that the next run goes on with it.
   *
   * @param again how to start this very night again
   */
  static NightFailed stopped(JobExecution execution, LocalDate night, String again) {
    return new NightFailed(
        """
        The night of %s was stopped by a signal (SIGTERM, Ctrl-C) in step %s. What earlier nights said is untouched.
        Next: start it again%s; it goes on where it was, unless it was still reading."""
            .formatted(night, unfinished(execution), again),
        new RunStopped());
  }

  private static String unfinished(JobExecution execution) {
    return execution.getStepExecutions().stream()
        .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
        .map(StepExecution::getStepName)
        .collect(Collectors.joining(", "));
  }

  /**
   * @param again how to start this very night again
   */
  static NightFailed of(JobExecution execution, LocalDate night, String again) {
    Throwable cause =
        execution.getAllFailureExceptions().stream()
            .findFirst()
            .orElseGet(() -> new IllegalStateException("no reason was recorded"));
    return new NightFailed(
        """
        The night of %s failed in step %s: %s
        What earlier nights said is untouched. Next: mend the cause and start it again%s."""
            .formatted(night, unfinished(execution), RootCause.line(cause), again),
        cause);
  }
}
