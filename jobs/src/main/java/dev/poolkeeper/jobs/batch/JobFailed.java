package dev.poolkeeper.jobs.batch;

import dev.poolkeeper.jobs.turn.RunStopped;
import java.time.LocalDate;
import org.springframework.batch.core.job.JobExecution;

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
            .formatted(job, night, new Unfinished(execution).steps()),
        new RunStopped());
  }

  static JobFailed of(JobExecution execution, String job, LocalDate night) {
    Unfinished run = new Unfinished(execution);
    return new JobFailed(
        """
        The %s run for %s failed in step %s: %s
        What the nights said is untouched. Next: mend the cause and start it again with --date %s.\
        """
            .formatted(job, night, run.steps(), run.reason(), night),
        run.cause());
  }
}
