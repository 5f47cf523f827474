package dev.poolkeeper.readers.recorded;

import java.nio.file.Path;

/** Says that a folder holds no recorded estate; the message is complete. */
public final class NoSuchEstate extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchEstate(Path directory, String seen) {
    super(
        """
        No recorded estate in %s: %s. Nothing was read.
        Next: name the folder that holds estate.json, clusters/NAME/*.json and nas/NAME/*.json."""
            .formatted(directory, seen));
  }
}
