package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.readers.json.Visible;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Puts into words why a file broke off. Never quotes its content, which may be a secret. */
record Breakage(String place, String seen, String next) {

  static Breakage of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return new Breakage(
          "", "no permission to read the file", "allow it (chmod) or export it again");
    }
    return failure instanceof NoSuchFileException
        ? new Breakage("", "the file vanished", "")
        : new Breakage("", "the disk answered " + failure.getClass().getSimpleName(), "");
  }

  static Breakage of(JacksonException failure) {
    if (failure instanceof JacksonIOException && failure.getCause() instanceof IOException cause) {
      return of(cause);
    }
    String place = place(failure.getLocation());
    if (endsEarly(failure)) {
      return new Breakage(
          place,
          "the file ends in the middle",
          "look for a full disk or a broken copy, then export again");
    }
    return failure instanceof StreamConstraintsException
        ? new Breakage(place, "nested too deeply, or a value that is too long", "")
        : new Breakage(place, "no valid JSON: " + reason(failure), "");
  }

  /** Inside a value Jackson has an exception of its own for the end, between values only words. */
  private static boolean endsEarly(JacksonException failure) {
    return failure instanceof UnexpectedEndOfInputException
        || failure.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  /** {@code line:column}; empty where Jackson does not tell it. */
  static String place(@Nullable TokenStreamLocation location) {
    return location != null && location.getLineNr() > 0
        ? location.getLineNr() + ":" + location.getColumnNr()
        : "";
  }

  private static String reason(JacksonException failure) {
    String firstLine = failure.getOriginalMessage().lines().findFirst().orElse("");
    return Visible.text(firstLine.replaceAll("'[^']{2,}'", "'…'"));
  }
}
