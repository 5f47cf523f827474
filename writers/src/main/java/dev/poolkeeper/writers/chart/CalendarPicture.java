package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.retention.check.CalendarStrip.Cell;
import java.util.List;
import java.util.Locale;

/**
 * Snapshots by the period they were made in, as a row of boxes, the oldest at the left. What is
 * amiss is told by the shape of the mark as well as by its colour: a box with a cross is missing,
 * one with a stroke is overdue, one with a bar is nobody's, one with a dot is held. Nothing at all
 * is an outline.
 */
public final class CalendarPicture {

  /** What a box shows: the worst of its period. */
  public enum Mark {
    MISSING("missing"),
    OVERDUE("overdue"),
    UNOWNED("of nobody"),
    HELD("held"),
    PRESENT("there"),
    NOTHING("none");

    private final String words;

    Mark(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    String tone() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The worst of a period. */
    public static Mark of(Cell cell) {
      if (cell.missing() > 0) {
        return MISSING;
      }
      if (cell.overdue() > 0) {
        return OVERDUE;
      }
      if (cell.unowned() > 0) {
        return UNOWNED;
      }
      if (cell.held() > 0) {
        return HELD;
      }
      return cell.present() > 0 ? PRESENT : NOTHING;
    }
  }

  private static final int STEP = 12;
  private static final int SIZE = 10;

  private CalendarPicture() {}

  /**
   * @param words what it shows, for those who do not see it
   */
  public static String svg(List<Cell> cells, String words) {
    return svg(cells.stream().map(Mark::of).toList(), words, "strip");
  }

  /** One box, for a legend beside its words. */
  public static String box(Mark mark) {
    return svg(List.of(mark), "", "strip strip-key");
  }

  private static String svg(List<Mark> marks, String words, String styles) {
    int width = marks.size() * STEP;
    StringBuilder svg = new StringBuilder(160 + 60 * marks.size());
    svg.append("<svg class=\"").append(styles);
    svg.append("\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg.append(width).append(" 12\" width=\"").append(width).append("\" height=\"12\" ");
    svg.append(
        words.isEmpty()
            ? "aria-hidden=\"true\">"
            : "role=\"img\" aria-label=\"" + Xml.text(words) + "\">");
    for (int at = 0; at < marks.size(); at++) {
      box(svg, marks.get(at), at * STEP + 1);
    }
    return svg.append("</svg>").toString();
  }

  private static void box(StringBuilder svg, Mark mark, int x) {
    svg.append("<rect class=\"cell-").append(mark.tone()).append("\" x=\"").append(x);
    svg.append("\" y=\"1\" width=\"").append(SIZE).append("\" height=\"").append(SIZE);
    svg.append("\"></rect>");
    String stroke =
        switch (mark) {
          case MISSING -> path(x + 2, 3, x + 8, 9) + path(x + 2, 9, x + 8, 3);
          case OVERDUE -> path(x + 2, 9, x + 8, 3);
          case UNOWNED -> path(x + 2, 6, x + 8, 6);
          case HELD -> path(x + 5, 4, x + 5, 8);
          case PRESENT, NOTHING -> "";
        };
    if (!stroke.isEmpty()) {
      svg.append("<path class=\"mark-").append(mark.tone()).append("\" d=\"").append(stroke);
      svg.append("\"></path>");
    }
  }

  private static String path(int fromX, int fromY, int toX, int toY) {
    return "M%d %dL%d %d".formatted(fromX, fromY, toX, toY);
  }
}
