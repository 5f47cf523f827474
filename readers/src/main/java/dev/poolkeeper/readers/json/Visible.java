package dev.poolkeeper.readers.json;

/** Makes foreign text fit for a message: control and direction marks visible, at most 80 long. */
public final class Visible {

  private static final int LIMIT = 80;

  private Visible() {}

  public static String text(String foreign) {
    StringBuilder visible = new StringBuilder();
    for (int index = 0; index < foreign.length(); ) {
      int point = foreign.codePointAt(index);
      index += Character.charCount(point);
      visible.append(visible(point));
      if (visible.length() >= LIMIT && index < foreign.length()) {
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
