package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.readers.source.AnswerName;

/**
 * One file that a kind can be recorded in.
 *
 * @param relative its place in the estate's folder, for messages
 * @param command what makes the file
 */
record FileName(String relative, String command) implements AnswerName {

  @Override
  public String where() {
    return relative;
  }

  @Override
  public String again(String next) {
    return (next.isEmpty() ? "export it again" : next) + ": " + command;
  }

  /** The file's name without folder and ending: a method's or a plural's. */
  String method() {
    return relative.substring(relative.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
  }
}
