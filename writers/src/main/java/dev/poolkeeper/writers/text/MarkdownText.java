package dev.poolkeeper.writers.text;

/** Writes a text so that Markdown shows it as it is: nothing in a name can become markup. */
public final class MarkdownText {

  private static final String MARKUP = "\\`*[]|~";

  private MarkdownText() {}

  /** One line, in which every character stands for itself. */
  public static String of(String text) {
    String visible = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(visible.length());
    for (int at = 0; at < visible.length(); at++) {
      char c = visible.charAt(at);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '_' -> escaped.append(insideWord(visible, at) ? "_" : "\\_");
        default -> escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  /** Text to be copied: a code span, whatever ticks are in it. */
  public static String code(String text) {
    String visible = VisibleText.of(text);
    int longest = 0;
    int run = 0;
    for (int at = 0; at < visible.length(); at++) {
      run = visible.charAt(at) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String pad = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
    return fence + pad + visible + pad + fence;
  }

  /** An underscore between letters or digits emphasises nothing. */
  private static boolean insideWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
