package dev.poolkeeper.writers.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the font of the page that a chart will be shown in. Which one that is cannot be known,
 * so its measures are those of DejaVu Sans, the widest that {@code report.css} names: text takes at
 * most the room that is kept for it. No font of the machine is ever looked at, so the same chart
 * comes out everywhere, also where no font is installed.
 */
final class PageFont extends Font {

  private static final long serialVersionUID = 1L;

  /** Which point of a text stays where it was meant to be, whatever its true width. */
  enum Anchor {
    START("start", 0),
    MIDDLE("middle", .5),
    END("end", 1);

    private final String word;
    private final double share;

    Anchor(String word, double share) {
      this.word = word;
      this.share = share;
    }

    String word() {
      return word;
    }

    /** Where it lies between the first and the last point of the text. */
    double share() {
      return share;
    }
  }

  /** Width of the characters from blank to tilde in DejaVu Sans 2.37, in 2048ths of its size. */
  private static final short[] ADVANCES = {
    651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716,
    651, 739, 651, 690, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303,
    1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430,
    1577, 1294, 1178, 1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612,
    1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251, 1403, 799,
    690, 799, 1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721, 1300,
    1298, 569, 569, 1186, 569, 1995, 1298, 1253, 1300, 1300, 842, 1067,
    803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716
  };

  private static final double EM = 2048;
  private static final double ASCENT = 1901 / EM;
  private static final double DESCENT = 483 / EM;

  private final Anchor anchor;

  PageFont(int size, Anchor anchor) {
    super(Font.SANS_SERIF, Font.PLAIN, size);
    this.anchor = anchor;
  }

  Anchor anchor() {
    return anchor;
  }

  /** In the unit of the size. Other than printable ASCII is as wide as an em. */
  double width(String text) {
    return text.chars().mapToDouble(c -> c >= ' ' && c <= '~' ? ADVANCES[c - ' '] : EM).sum()
        / EM
        * getSize();
  }

  double ascent() {
    return ASCENT * getSize();
  }

  double descent() {
    return DESCENT * getSize();
  }

  @Override
  public LineMetrics getLineMetrics(String text, FontRenderContext context) {
    return new PageLineMetrics(this, text.length());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageFont font && font.anchor == anchor && font.getSize() == getSize();
  }

  @Override
  public int hashCode() {
    return Objects.hash(anchor, getSize());
  }
}
