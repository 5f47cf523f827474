package dev.poolkeeper.jobs.cleanup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * What one cleanup is told. Night and attempt identify it.
 *
 * @param night the last one that the ledger knows: its findings are what proposals rest on
 * @param execute whether anything is done; else it is only said
 * @param from a recorded estate in place of the live systems; never with execute
 */
record CleanupParameters(LocalDate night, long attempt, boolean execute, Optional<Path> from) {

  JobParameters toJobParameters() {
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addLocalDate("date", night, true)
            .addLong("attempt", attempt, true)
            .addString("execute", Boolean.toString(execute), false);
    from.ifPresent(directory -> parameters.addString("from", directory.toString(), false));
    return parameters.toJobParameters();
  }

  static CleanupParameters of(ChunkContext context) {
    JobParameters parameters =
        context.getStepContext().getStepExecution().getJobExecution().getJobParameters();
    return new CleanupParameters(
        required(parameters.getLocalDate("date")),
        required(parameters.getLong("attempt")),
        Boolean.parseBoolean(parameters.getString("execute")),
        Optional.ofNullable(parameters.getString("from")).map(Path::of));
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a job parameter of the cleanup is missing");
    }
    return value;
  }
}
