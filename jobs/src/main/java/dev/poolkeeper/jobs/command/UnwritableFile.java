package dev.poolkeeper.jobs.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** A file the user asked for could not be written; the message says what to do. */
final class UnwritableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnwritableFile(String file, IOException cause) {
    super(
        "%s could not be written: %s. Next: name another file, or make room and rights for it."
            .formatted(file, seen(cause)),
        cause);
  }

  private static String seen(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    return cause instanceof AccessDeniedException
        ? "no right to write there"
        : String.valueOf(cause.getMessage());
  }
}
