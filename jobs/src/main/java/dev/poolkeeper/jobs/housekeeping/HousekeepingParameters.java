package dev.poolkeeper.jobs.housekeeping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * What one run of housekeeping is told. Date and attempt identify it.
 *
 * @param night that ages are counted from
 * @param run id in the ledger
 */
record HousekeepingParameters(LocalDate night, long attempt, long run) {

  JobParameters toJobParameters() {
    return new JobParametersBuilder()
        .addLocalDate("date", night, true)
        .addLong("attempt", attempt, true)
        .addLong("run", run, false)
        .toJobParameters();
  }

  static HousekeepingParameters of(ChunkContext context) {
    JobParameters parameters =
        context.getStepContext().getStepExecution().getJobExecution().getJobParameters();
    return new HousekeepingParameters(
        required(parameters.getLocalDate("date")),
        required(parameters.getLong("attempt")),
        required(parameters.getLong("run")));
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a job parameter of housekeeping is missing");
    }
    return value;
  }
}
