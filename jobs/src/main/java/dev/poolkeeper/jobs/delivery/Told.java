package dev.poolkeeper.jobs.delivery;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What a run was asked to tell, and which release tells it.
 *
 * @param version of this program
 */
public record Told(Telling telling, String version) {

  private static final String TELLING = "telling";
  private static final String VERSION = "version";

  public Told {
    requireNonNull(telling, "telling");
    requireNonNull(version, "version");
  }

  /** Adds it to the parameters of a job; it identifies nothing. */
  public void addTo(JobParametersBuilder parameters) {
    parameters.addString(TELLING, telling.name(), false).addString(VERSION, version, false);
  }

  /** What was added; runs of releases that told nobody have nothing. */
  public static Told of(JobParameters parameters) {
    @Nullable String telling = parameters.getString(TELLING);
    @Nullable String version = parameters.getString(VERSION);
    return new Told(
        telling == null ? Telling.ONCE : Telling.valueOf(telling),
        version == null ? "unknown" : version);
  }
}
