package dev.poolkeeper.jobs.nightly;

import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * What one nightly run is told. Date and attempt identify it, so that a killed run is found again.
 *
 * @param run id in the ledger
 * @param from directory of the recorded estate
 * @param out directory that reports are written to
 * @param demo whether the data is made up
 */
public record NightParameters(
    LocalDate date, long attempt, long run, Path from, Path out, boolean demo) {

  JobParameters toJobParameters() {
    return new JobParametersBuilder()
        .addLocalDate("date", date, true)
        .addLong("attempt", attempt, true)
        .addLong("run", run, false)
        .addString("from", from.toString(), false)
        .addString("out", out.toString(), false)
        .addString("demo", Boolean.toString(demo), false)
        .toJobParameters();
  }

  static NightParameters of(ChunkContext context) {
    JobParameters parameters =
        context.getStepContext().getStepExecution().getJobExecution().getJobParameters();
    return new NightParameters(
        required(parameters.getLocalDate("date")),
        required(parameters.getLong("attempt")),
        required(parameters.getLong("run")),
        Path.of(required(parameters.getString("from"))),
        Path.of(required(parameters.getString("out"))),
        Boolean.parseBoolean(parameters.getString("demo")));
  }

  private static <T> T required(@org.jspecify.annotations.Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a job parameter of the nightly run is missing");
    }
    return value;
  }
}
