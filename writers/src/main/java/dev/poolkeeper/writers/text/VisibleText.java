package dev.poolkeeper.writers.text;

import static java.util.Locale.ROOT;

import java.util.stream.IntStream;

/**
 * Makes what cannot be seen in a foreign name visible, so that it can neither drive a terminal nor
 * reorder a line.
 *
 * <p>Control characters (C0, DEL, C1, so every ANSI escape), line separators, direction marks,
 * zero-width characters, lone surrogates and noncharacters become {@code \n}, {@code \t} or {@code
 * \}{@code u001b}. Everything else, letters of any script and combining marks too, stays.
 */
public final class VisibleText {

  private VisibleText() {}

  public static String of(String text) {
    if (text.codePoints().noneMatch(VisibleText::hidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(visible, c));
    return visible.toString();
  }

  /** Whether a code point would not be seen, or would change how others are seen. */
  public static boolean hidden(int codePoint) {
    if ((codePoint & 0xFFFE) == 0xFFFE) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The code point as an escape that JSON, YAML and people understand. */
  public static String escape(int codePoint) {
    StringBuilder escaped = new StringBuilder();
    IntStream.range(0, Character.charCount(codePoint))
        .map(i -> Character.toChars(codePoint)[i])
        .forEach(unit -> escaped.append(String.format(ROOT, "\\u%04x", unit)));
    return escaped.toString();
  }

  private static void append(StringBuilder visible, int codePoint) {
    if (codePoint == '\n') {
      visible.append("\\n");
    } else if (codePoint == '\r') {
      visible.append("\\r");
    } else if (codePoint == '\t') {
      visible.append("\\t");
    } else if (hidden(codePoint)) {
      visible.append(escape(codePoint));
    } else {
      visible.appendCodePoint(codePoint);
    }
  }
}
