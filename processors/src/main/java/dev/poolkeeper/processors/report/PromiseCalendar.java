package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.retention.check.CalendarStrip.Cell;
import java.util.List;

/**
 * The snapshots of a promise by the period they were made in; the field names are a public
 * contract.
 *
 * @param source with promise, which {@link PromiseLine} it is of
 * @param period {@code 1h}, {@code 1d}, {@code 1w} or {@code 1m}
 * @param cells the last periods, oldest first, the running one last
 */
public record PromiseCalendar(String source, String promise, String period, List<Cell> cells) {

  public PromiseCalendar {
    cells = List.copyOf(cells);
  }

  /** The same with these cells. */
  public PromiseCalendar with(List<Cell> known) {
    return new PromiseCalendar(source, promise, period, known);
  }

  /** Whether it is that of a promise. */
  public boolean of(PromiseLine line) {
    return line.source().equals(source) && line.promise().equals(promise);
  }
}
