package dev.poolkeeper.writers.series;

/** Quotes what would otherwise not be read back as one field (RFC 4180, section 2). */
final class CsvField {

  private CsvField() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }
}
