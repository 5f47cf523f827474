package dev.poolkeeper.writers.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of Postgres COPY. */
final class CopyText {

  /** NUL as JSON writes it; jsonb refuses it. An even run of backslashes before it is text. */
  private static final Pattern JSON_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private final StringBuilder row = new StringBuilder(512);

  /** Adds a column; null is SQL null. Postgres text cannot hold NUL, so it becomes U+FFFD. */
  CopyText column(@Nullable String value) {
    if (!row.isEmpty()) {
      row.append('\t');
    }
    if (value == null) {
      row.append("\\N");
      return this;
    }
    int plain = plainStart(value);
    row.append(value, 0, plain);
    for (int i = plain; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        case '\0' -> row.append('\uFFFD');
        default -> row.append(c);
      }
    }
    return this;
  }

  /** How many characters at the start mean themselves: mostly all of them. */
  private static int plainStart(String value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c == '\\' || c < ' ') {
        return i;
      }
    }
    return length;
  }

  /** A value for a column that is an array of texts. */
  static String array(List<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Adds a JSON column. */
  CopyText json(@Nullable String value) {
    boolean nul = value != null && value.contains("\\u0000");
    return column(nul ? JSON_NUL.matcher(value).replaceAll("$1\\\\ufffd") : value);
  }

  /** The finished row with its line end; the next column starts a new row. */
  byte[] end() {
    byte[] bytes = row.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    row.setLength(0);
    return bytes;
  }
}
