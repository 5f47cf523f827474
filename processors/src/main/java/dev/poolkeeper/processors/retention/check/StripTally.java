package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.policy.Periods;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts snapshots into the periods of one strip; its size does not grow with their number. */
final class StripTally {

  /** A strip that is longer than a line of a page can hold is none. */
  static final int MOST = 62;

  private static final int PRESENT = 0;
  private static final int MISSING = 1;
  private static final int OVERDUE = 2;
  private static final int UNOWNED = 3;
  private static final int HELD = 4;

  private final Length period;
  private final Instant[] begins;
  private final long[][] counts;

  /**
   * @param periods how many, with the running one; the last {@link #MOST} at most
   */
  StripTally(Length period, int periods, ZoneId zone, Instant asOf) {
    this.period = period;
    int count = Math.max(1, Math.min(periods, MOST));
    this.begins = new Instant[count];
    this.counts = new long[count][5];
    long current = Periods.of(asOf, period, zone);
    for (int at = 0; at < count; at++) {
      begins[at] = Periods.begin(current - (count - 1 - at), period, zone);
    }
  }

  void add(Instant made, SnapshotState state) {
    int at = at(made);
    if (at < 0) {
      return;
    }
    switch (state) {
      case OVERDUE -> counts[at][OVERDUE]++;
      case UNOWNED -> counts[at][UNOWNED]++;
      case HELD -> counts[at][HELD]++;
      case KEPT, UNDECIDED, UNPARSABLE, KUBERNETES -> counts[at][PRESENT]++;
      case FUTURE -> {
        // its date is wrong: it is of no period
      }
    }
  }

  /** One that should have been made then. */
  void missing(Instant when) {
    int at = at(when);
    if (at >= 0) {
      counts[at][MISSING]++;
    }
  }

  private int at(Instant moment) {
    int found = Arrays.binarySearch(begins, moment);
    return found >= 0 ? found : -found - 2;
  }

  CalendarStrip strip() {
    List<CalendarStrip.Cell> cells = new ArrayList<>();
    for (int at = 0; at < begins.length; at++) {
      long[] of = counts[at];
      cells.add(
          new CalendarStrip.Cell(
              begins[at], of[PRESENT], of[MISSING], of[OVERDUE], of[UNOWNED], of[HELD]));
    }
    return new CalendarStrip(period, cells);
  }
}
