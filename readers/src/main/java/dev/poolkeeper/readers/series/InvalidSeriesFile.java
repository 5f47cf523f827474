package dev.poolkeeper.readers.series;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Says what of a file cannot be read, line by line; the message is complete. */
public final class InvalidSeriesFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private InvalidSeriesFile(String message) {
    super(message);
  }

  static InvalidSeriesFile unreadable(Path file, IOException cause) {
    String seen =
        cause instanceof NoSuchFileException
            ? "there is no such file"
            : cause instanceof AccessDeniedException ? "no right to read it" : cause.getMessage();
    return new InvalidSeriesFile(
        "%s cannot be read: %s. Nothing was computed.".formatted(file, seen));
  }

  /**
   * @param problems the first ones, each with its line
   * @param count how many there are in all
   */
  static InvalidSeriesFile of(Path file, List<String> problems, long count, String expected) {
    StringBuilder message = new StringBuilder();
    problems.forEach(problem -> message.append(file).append(':').append(problem).append('\n'));
    if (count > problems.size()) {
      message.append("and %d more.%n".formatted(count - problems.size()));
    }
    message.append("Expected: ").append(expected).append('\n');
    message.append("Nothing was computed. Next: correct these lines and run it again.");
    return new InvalidSeriesFile(message.toString());
  }
}
