package dev.poolkeeper.writers.mail;

import dev.poolkeeper.writers.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lays text out for a screen of fixed width. Nothing is cut: what is longer than a line goes on in
 * the next, a name where one of its parts ends if it can. A figure stays with its unit. Public
 * because the template engine only sees public types.
 */
public final class TextLayout {

  private static final int WIDTH = 72;
  private static final Pattern GAP = Pattern.compile(" +(?!(?:%|[KMGTPE]iB)(?:\\W|$))");

  /** A text in lines, the first and the others indented by so many blanks. */
  public String wrap(String text, int first, int others) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(first));
    int indent = first;
    for (String word : GAP.split(text.strip(), -1)) {
      boolean fresh = TextWidth.of(line.toString()) == indent;
      int room = WIDTH - TextWidth.of(line.toString()) - (fresh ? 0 : 1);
      if (TextWidth.of(word) > room && !fresh) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(others));
        indent = others;
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      while (TextWidth.of(line.toString()) > WIDTH) {
        int end = breaking(line, indent);
        lines.add(line.substring(0, end));
        line = new StringBuilder(" ".repeat(others)).append(line.substring(end));
        indent = others;
      }
    }
    lines.add(line.toString());
    return String.join("\n", lines);
  }

  /** Where a line that is too long ends: behind a part of its name, else where it is full. */
  private static int breaking(StringBuilder line, int indent) {
    int full = fitting(line);
    int blank = Math.max(indent, line.lastIndexOf(" ", full - 1));
    for (String end : List.of("@", "/", "-")) {
      int part = line.lastIndexOf(end, full - 1) + 1;
      if (part > blank + (WIDTH - blank) / 2) {
        return part;
      }
    }
    return full;
  }

  /** How many characters fit into a line; never half of one. */
  private static int fitting(CharSequence line) {
    int end = 0;
    int taken = 0;
    while (end < line.length()) {
      String character = new String(Character.toChars(Character.codePointAt(line, end)));
      taken += TextWidth.of(character);
      if (taken > WIDTH) {
        break;
      }
      end += character.length();
    }
    return end;
  }

  /** A name on the left and a value on the right, joined by dots; on two lines if they must. */
  public String pair(String name, String value, int indent) {
    if (value.isEmpty()) {
      return wrap(name, indent, indent + 2);
    }
    int dots = WIDTH - indent - TextWidth.of(name) - TextWidth.of(value) - 2;
    if (dots >= 2) {
      return " ".repeat(indent) + name + " " + ".".repeat(dots) + " " + value;
    }
    int room = WIDTH - indent - 2 - TextWidth.of(value);
    return wrap(name, indent, indent + 2)
        + "\n"
        + (room >= 0
            ? " ".repeat(WIDTH - TextWidth.of(value)) + value
            : wrap(value, indent + 2, indent + 2));
  }

  /** A line under a heading, as long as it. */
  public String under(String heading, String sign) {
    return sign.repeat(Math.min(WIDTH, TextWidth.of(heading)));
  }
}
