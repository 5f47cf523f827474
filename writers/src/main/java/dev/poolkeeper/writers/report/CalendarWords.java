package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.retention.check.CalendarStrip.Cell;
import dev.poolkeeper.writers.chart.CalendarPicture;
import dev.poolkeeper.writers.chart.CalendarPicture.Mark;
import dev.poolkeeper.writers.report.NightlyPage.Calendar;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a calendar shows, in words: how many periods have a snapshot, and which do not. */
final class CalendarWords {

  private static final int NAMED = 3;

  private CalendarWords() {}

  /**
   * @param period {@code 1h}, {@code 1d}, {@code 1w} or {@code 1m}
   */
  static Calendar calendar(String period, List<Cell> cells) {
    String words = words(period, cells);
    String range =
        "%s to %s"
            .formatted(begins(period, cells.get(0)), begins(period, cells.get(cells.size() - 1)));
    return new Calendar(CalendarPicture.svg(cells, words), range, words);
  }

  private static String words(String period, List<Cell> cells) {
    long there = cells.stream().filter(cell -> Mark.of(cell) != Mark.NOTHING).count();
    List<String> parts = new ArrayList<>();
    parts.add(
        "The last %s, to %s: %s with snapshots"
            .formatted(
                CountText.of(cells.size(), noun(period), noun(period) + "s"),
                begins(period, cells.get(cells.size() - 1)),
                CountText.of(there - only(cells, Mark.MISSING))));
    part(parts, period, cells, Mark.MISSING);
    part(parts, period, cells, Mark.OVERDUE);
    part(parts, period, cells, Mark.UNOWNED);
    part(parts, period, cells, Mark.HELD);
    return String.join("; ", parts) + ".";
  }

  /** Missing and nothing else there. */
  private static long only(List<Cell> cells, Mark mark) {
    return cells.stream()
        .filter(cell -> Mark.of(cell) == mark)
        .filter(cell -> cell.present() + cell.overdue() + cell.unowned() + cell.held() == 0)
        .count();
  }

  private static void part(List<String> parts, String period, List<Cell> cells, Mark mark) {
    List<Cell> those = cells.stream().filter(cell -> Mark.of(cell) == mark).toList();
    if (those.isEmpty()) {
      return;
    }
    String named =
        those.size() > NAMED
            ? "%s to %s"
                .formatted(
                    begins(period, those.get(0)), begins(period, those.get(those.size() - 1)))
            : String.join(", ", those.stream().map(cell -> begins(period, cell)).toList());
    parts.add(
        "%s in %s (%s)"
            .formatted(
                mark.words(), CountText.of(those.size(), noun(period), noun(period) + "s"), named));
  }

  private static String noun(String period) {
    return switch (period) {
      case "1h" -> "hour";
      case "1d" -> "day";
      case "1w" -> "week";
      case "1m" -> "month";
      default -> VisibleText.of(period);
    };
  }

  /** In UTC; days and longer begin at midnight of the NAS, so that noon of UTC names them. */
  private static String begins(String period, Cell cell) {
    Instant begins = cell.begins();
    return period.equals("1h")
        ? begins.toString().substring(5, 16).replace('T', ' ') + " UTC"
        : begins.plusSeconds(43_200).toString().substring(0, 10);
  }
}
