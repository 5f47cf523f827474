package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which run tells something.
 *
 * @param job its name
 * @param run id in the ledger
 * @param version of this program
 * @param demo whether all of it is made up; whatever is made of it has to say so
 * @param reportUrl where the run's report can be read, when that was configured
 */
public record Origin(
    String job, long run, String version, boolean demo, Optional<String> reportUrl) {

  public Origin {
    requireNonNull(job, "job");
    requireNonNull(version, "version");
    requireNonNull(reportUrl, "reportUrl");
  }
}
