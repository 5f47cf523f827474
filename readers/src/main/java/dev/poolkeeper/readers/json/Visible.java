package dev.poolkeeper.readers.json;

/**
 * Makes foreign text fit for a message: control and direction marks visible, and of some length.
 */
public final class Visible {

  private static final int LIMIT = 80;

  private Visible() {}

  /** At most 80 characters of it. */
  public static String text(String foreign) {
    return text(foreign, LIMIT);
  }

  /** At most so many characters of it. */
  public static String text(String foreign, int limit) {
    StringBuilder visible = new StringBuilder();
    for (int index = 0; index < foreign.length(); ) {
      int point = foreign.codePointAt(index);
      index += Character.charCount(point);
      visible.append(visible(point));
      if (visible.length() >= limit && index < foreign.length()) {
        return visible.append('…').toString();
      }
    }
    return visible.toString();
  }

  private static String visible(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> hidden(point) ? "\\u%04X".formatted(point) : Character.toString(point);
    };
  }

  private static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
