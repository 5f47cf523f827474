package dev.poolkeeper.readers.series;

import java.util.ArrayList;
import java.util.List;

/** Splits one line of a comma separated file. */
final class CsvLine {

  private CsvLine() {}

  /**
   * The fields of a line, outer blanks removed. A field may stand in double quotes, a quote inside
   * it is doubled; line ends inside a field are not supported. Source: RFC 4180, section 2.
   *
   * @throws IllegalArgumentException a quote is not closed, or text follows a closed one
   */
  static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    int position = 0;
    while (position <= line.length()) {
      int start = skipBlanks(line, position);
      if (start < line.length() && line.charAt(start) == '"') {
        position = quoted(line, start + 1, fields);
      } else {
        int end = line.indexOf(',', position);
        end = end < 0 ? line.length() : end;
        fields.add(line.substring(position, end).strip());
        position = end + 1;
      }
    }
    return fields;
  }

  private static int skipBlanks(String line, int from) {
    int position = from;
    while (position < line.length() && line.charAt(position) == ' ') {
      position++;
    }
    return position;
  }

  private static int quoted(String line, int from, List<String> fields) {
    StringBuilder field = new StringBuilder();
    int position = from;
    while (true) {
      int quote = line.indexOf('"', position);
      if (quote < 0) {
        throw new IllegalArgumentException("a quote that is not closed");
      }
      field.append(line, position, quote);
      position = quote + 1;
      if (position >= line.length() || line.charAt(position) != '"') {
        break;
      }
      field.append('"');
      position++;
    }
    fields.add(field.toString());
    position = skipBlanks(line, position);
    if (position < line.length() && line.charAt(position) != ',') {
      throw new IllegalArgumentException("text after a closed quote");
    }
    return position + 1;
  }
}
