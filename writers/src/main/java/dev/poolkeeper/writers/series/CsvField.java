package dev.poolkeeper.writers.series;

/** Writes a text as one field of a comma separated file. Source: RFC 4180, section 2. */
final class CsvField {

  private CsvField() {}

  /** In quotes only when it has to be. */
  static String of(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && text.equals(text.strip());
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
