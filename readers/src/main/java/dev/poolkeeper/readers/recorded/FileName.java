package dev.poolkeeper.readers.recorded;

/**
 * One file that a kind can be recorded in.
 *
 * @param relative its place in the estate's folder, for messages
 * @param command what makes the file
 */
record FileName(String relative, String command) {

  /** The file's name without folder and ending: a method's or a plural's. */
  String method() {
    return relative.substring(relative.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
  }
}
