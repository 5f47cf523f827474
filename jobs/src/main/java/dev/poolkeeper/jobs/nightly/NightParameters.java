package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.delivery.Told;
import dev.poolkeeper.writers.report.ReportFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * What one nightly run is told. Date and attempt identify it, so that a killed run is found again.
 *
 * @param run id in the ledger
 * @param from directory of the recorded estate; empty: the live systems are read
 * @param capturedAt the one time that the inventory is said to be of
 * @param out directory that reports are written to
 * @param demo whether the data is made up
 * @param told what it was asked to tell
 * @param formats what the report is written as
 */
public record NightParameters(
    LocalDate date,
    long attempt,
    long run,
    Optional<Path> from,
    Instant capturedAt,
    Path out,
    boolean demo,
    Told told,
    Set<ReportFormat> formats) {

  public NightParameters {
    formats = Set.copyOf(formats);
  }

  JobParameters toJobParameters() {
    JobParametersBuilder parameters =
        new JobParametersBuilder(identity(date, attempt))
            .addLong("run", run, false)
            .addString("capturedAt", capturedAt.toString(), false)
            .addString("out", out.toString(), false)
            .addString("demo", Boolean.toString(demo), false)
            .addString("formats", ReportFormat.words(formats), false);
    told.addTo(parameters);
    from.ifPresent(directory -> parameters.addString("from", directory.toString(), false));
    return parameters.toJobParameters();
  }

  /** What Spring Batch knows an attempt by. */
  static JobParameters identity(LocalDate date, long attempt) {
    return new JobParametersBuilder()
        .addLocalDate("date", date, true)
        .addLong("attempt", attempt, true)
        .toJobParameters();
  }

  static NightParameters of(ChunkContext context) {
    JobParameters parameters =
        context.getStepContext().getStepExecution().getJobExecution().getJobParameters();
    return new NightParameters(
        required(parameters.getLocalDate("date")),
        required(parameters.getLong("attempt")),
        required(parameters.getLong("run")),
        Optional.ofNullable(parameters.getString("from")).map(Path::of),
        Instant.parse(required(parameters.getString("capturedAt"))),
        Path.of(required(parameters.getString("out"))),
        Boolean.parseBoolean(parameters.getString("demo")),
        Told.of(parameters),
        ReportFormat.set(required(parameters.getString("formats"))).orElseThrow());
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a job parameter of the nightly run is missing");
    }
    return value;
  }
}
