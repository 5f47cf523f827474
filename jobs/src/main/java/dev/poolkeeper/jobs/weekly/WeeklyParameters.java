package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.delivery.Told;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * What one weekly run is told. Date and attempt identify it.
 *
 * @param night the night it looks at
 * @param run id in the ledger
 * @param out directory that reports are written to
 * @param demo whether the data is made up
 * @param told what it was asked to tell
 */
record WeeklyParameters(
    LocalDate night, long attempt, long run, Path out, boolean demo, Told told) {

  JobParameters toJobParameters() {
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addLocalDate("date", night, true)
            .addLong("attempt", attempt, true)
            .addLong("run", run, false)
            .addString("out", out.toString(), false)
            .addString("demo", Boolean.toString(demo), false);
    told.addTo(parameters);
    return parameters.toJobParameters();
  }

  static WeeklyParameters of(ChunkContext context) {
    JobParameters parameters =
        context.getStepContext().getStepExecution().getJobExecution().getJobParameters();
    return new WeeklyParameters(
        required(parameters.getLocalDate("date")),
        required(parameters.getLong("attempt")),
        required(parameters.getLong("run")),
        Path.of(required(parameters.getString("out"))),
        Boolean.parseBoolean(parameters.getString("demo")),
        Told.of(parameters));
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a job parameter of the weekly run is missing");
    }
    return value;
  }
}
