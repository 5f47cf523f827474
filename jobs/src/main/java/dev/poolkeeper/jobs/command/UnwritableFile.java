package dev.poolkeeper.jobs.command;

import java.io.IOException;

/** A file the user asked for could not be written; the message says what to do. */
final class UnwritableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnwritableFile(String file, IOException cause) {
    super(
        "%s could not be written: %s. Next: name another file, or make room and rights for it."
            .formatted(file, cause),
        cause);
  }
}
