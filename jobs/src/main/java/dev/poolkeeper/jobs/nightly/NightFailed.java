package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.batch.Unfinished;
import dev.poolkeeper.jobs.turn.RunStopped;
import java.time.LocalDate;
import org.springframework.batch.core.job.JobExecution;

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
            .formatted(night, new Unfinished(execution).steps(), again),
        new RunStopped());
  }

  /**
   * @param again how to start this very night again
   */
  static NightFailed of(JobExecution execution, LocalDate night, String again) {
    Unfinished run = new Unfinished(execution);
    return new NightFailed(
        """
        The night of %s failed in step %s: %s
        What earlier nights said is untouched. Next: mend the cause and start it again%s."""
            .formatted(night, run.steps(), run.reason(), again),
        run.cause());
  }
}
