package dev.poolkeeper.jobs.batch;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What a failure comes from, in one line. */
public final class RootCause {

  private RootCause() {}

  /**
   * The first line of what the innermost cause says: Postgres adds where in its own code it
   * happened, which helps nobody here. Of files Java says the path only.
   */
  public static String line(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said =
        Optional.ofNullable(root.getMessage())
            .flatMap(message -> message.lines().findFirst())
            .orElseGet(root::toString);
    if (root instanceof AccessDeniedException) {
      return "no right to read or write " + said;
    }
    return root instanceof NoSuchFileException ? "there is no file or folder " + said : said;
  }
}
