package dev.poolkeeper.writers.table;

import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes RFC 4180 with a header line and all fields, safe to open in a spreadsheet.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front. Lists are
 * joined by {@code "; "}, unknown values are empty. Tabs and line ends stay, quoted; other
 * characters that cannot be seen are made visible.
 */
final class CsvList {

  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final String LINE_END = "\r\n";

  private final JsonMapper json;

  CsvList(JsonMapper json) {
    this.json = json;
  }

  <T extends Record> void write(Class<T> type, List<T> rows, Appendable out) throws IOException {
    List<String> fields =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    out.append(String.join(",", fields)).append(LINE_END);
    for (T row : rows) {
      JsonNode values = json.valueToTree(row);
      out.append(
              fields.stream()
                  .map(field -> cell(values.path(field)))
                  .collect(Collectors.joining(",")))
          .append(LINE_END);
    }
  }

  private static String cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    if (value.isNumber() || value.isBoolean()) {
      return value.asString();
    }
    String text =
        value.isArray()
            ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining("; "))
            : value.asString();
    return quoted(harmless(visible(text)));
  }

  private static String visible(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' || c == '\r' || c == '\n' || !VisibleText.hidden(c)) {
                kept.appendCodePoint(c);
              } else {
                kept.append(VisibleText.escape(c));
              }
            });
    return kept.toString();
  }

  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
