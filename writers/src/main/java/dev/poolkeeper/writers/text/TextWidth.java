package dev.poolkeeper.writers.text;

/**
 * How many columns of a terminal a text takes, and what fits into some.
 *
 * <p>Combining marks take none, East Asian wide characters and emoji two, the rest one. Terminals
 * differ on emoji sequences; those are measured too wide rather than too narrow.
 */
public final class TextWidth {

  private static final String ELLIPSIS = "…";

  /** First and last code point of each wide block. Source: Unicode EastAsianWidth, W and F. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xA960, 0xA97F},
    {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x16FE0, 0x18DFF}, {0x1AFF0, 0x1B2FF}, {0x1F1E6, 0x1F1FF},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD},
  };

  private TextWidth() {}

  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] block : WIDE) {
      if (codePoint >= block[0] && codePoint <= block[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** The text, or its beginning with an ellipsis, in at most {@code width} columns. */
  public static String cutEnd(String text, int width) {
    return of(text) <= width ? text : head(text, width - 1) + ELLIPSIS;
  }

  /** The text, or its two ends around an ellipsis; names differ at their ends. */
  public static String cutMiddle(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    int tail = (width - 1) / 2;
    return head(text, width - 1 - tail) + ELLIPSIS + tail(text, tail);
  }

  private static String head(String text, int width) {
    int end = 0;
    int taken = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      taken += of(codePoint);
      if (taken > width) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  private static String tail(String text, int width) {
    int start = text.length();
    int taken = 0;
    while (start > 0) {
      int codePoint = text.codePointBefore(start);
      taken += of(codePoint);
      if (taken > width) {
        break;
      }
      start -= Character.charCount(codePoint);
    }
    return text.substring(start);
  }
}
