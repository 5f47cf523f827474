package dev.poolkeeper.jobs.delivery;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What whatever is told has in common in one run.
 *
 * @param out where reports are written
 * @param demo whether the data is made up
 * @param version of this program
 */
public record Place(Path out, boolean demo, String version) {

  public Place {
    requireNonNull(out, "out");
    requireNonNull(version, "version");
  }
}
