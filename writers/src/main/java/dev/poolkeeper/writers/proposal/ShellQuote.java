package dev.poolkeeper.writers.proposal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Words for a POSIX shell, whatever is in them. */
final class ShellQuote {

  private ShellQuote() {}

  /** The one word that the shell reads as exactly this text: in single quotes. */
  static String word(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  static String words(String... texts) {
    return Arrays.stream(texts).map(ShellQuote::word).collect(Collectors.joining(" "));
  }

  /** A comment: control characters, line ends above all, cannot end it. */
  static String comment(String text) {
    return "# " + text.replaceAll("\\p{Cntrl}", "?");
  }
}
