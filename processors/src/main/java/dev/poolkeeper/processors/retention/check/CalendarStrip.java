package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.retention.Length;
import java.time.Instant;
import java.util.List;

/**
 * The snapshots of a promise by the period they were made in, oldest first.
 *
 * @param period hours, days, weeks or months of the NAS
 * @param cells of the last periods, the running one last; none is left out
 */
public record CalendarStrip(Length period, List<Cell> cells) {

  public CalendarStrip {
    cells = List.copyOf(cells);
  }

  /**
   * One period.
   *
   * @param begins to the second
   * @param present snapshots of it that are kept, or of which nothing more is known
   * @param missing on how many datasets it lacks one that was promised
   * @param held overdue ones or nobody's that cannot go
   */
  public record Cell(
      Instant begins, long present, long missing, long overdue, long unowned, long held) {}
}
