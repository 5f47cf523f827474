package dev.poolkeeper.jobs.command;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Where answers and progress go, and what the screen can take.
 *
 * @param width columns of the terminal, or a wide page when stdout is not one
 * @param colour whether stdout may be coloured
 * @param progress whether a person watches stderr
 */
public record Terminal(
    PrintStream out, PrintStream err, int width, boolean colour, boolean progress) {

  private static final int PAGE = 160;
  private static final int LEAST = 40;

  /**
   * The launcher says in {@code POOLKEEPER_COLUMNS} and {@code POOLKEEPER_PROGRESS} what it found
   * on stdout and stderr, which Java 17 cannot ask. {@code NO_COLOR} is honoured.
   */
  public static Terminal of(Map<String, String> environment, PrintStream out, PrintStream err) {
    Optional<Integer> columns =
        Optional.ofNullable(environment.get("POOLKEEPER_COLUMNS"))
            .filter(text -> text.matches("\\d{1,4}"))
            .map(Integer::valueOf)
            .filter(width -> width > 0);
    return new Terminal(
        out,
        err,
        Math.max(LEAST, columns.orElse(PAGE)),
        columns.isPresent() && !environment.containsKey("NO_COLOR"),
        "1".equals(environment.get("POOLKEEPER_PROGRESS")));
  }
}
