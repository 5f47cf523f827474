package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.PromiseCalendar;
import dev.poolkeeper.processors.report.PromiseLine;
import dev.poolkeeper.processors.report.RetentionFacts;
import dev.poolkeeper.processors.report.RetentionFacts.Unjudged;
import dev.poolkeeper.processors.report.RetentionTotals;
import dev.poolkeeper.processors.report.SnapshotTrendLine;
import dev.poolkeeper.processors.retention.check.CalendarStrip.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Retention of a busy night, and of one with odd names. */
final class SampleRetention {

  private static final Instant NIGHT = Instant.parse("2026-02-11T00:00:00Z");
  private static final long GIB = 1L << 30;

  private SampleRetention() {}

  static RetentionFacts busy() {
    return new RetentionFacts(
        List.of(new Unjudged("nas2", List.of("snapshots"))),
        new RetentionTotals(
            131, 2_310, 2_100, 7, 3, 12, 1, 1, 4, 180, 5, 3 * GIB, OptionalLong.of(9 * GIB)),
        List.of(
            promise("policy", "recordings by sanoid", 7, 1, Optional.of("info")),
            promise("task", "nas1/snapshot-tasks/6", 0, 0, Optional.empty())),
        List.of(days("policy", "recordings by sanoid"), days("task", "nas1/snapshot-tasks/6")),
        2_998,
        List.of(
            trend("nas1", OptionalLong.empty()),
            trend("nas1/datasets/tank/media", OptionalLong.of(GIB))),
        41);
  }

  static RetentionFacts named(String name) {
    return new RetentionFacts(
        List.of(new Unjudged(name, List.of(name))),
        new RetentionTotals(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.empty()),
        List.of(promise("policy", name, 1, 1, Optional.of("warning"))),
        List.of(days("policy", name)),
        0,
        List.of(trend(name, OptionalLong.empty())),
        0);
  }

  static PromiseLine promise(
      String source, String name, long overdue, long missing, Optional<String> severity) {
    return new PromiseLine(
        source,
        name,
        "terms of " + name,
        3,
        40,
        40 - overdue,
        overdue,
        missing,
        severity,
        0,
        0,
        0,
        0,
        1,
        GIB,
        OptionalLong.of(2 * GIB),
        overdue * GIB / 10,
        OptionalLong.of(GIB),
        List.of("remark of " + name));
  }

  /** One of every mark, then days with nothing amiss. */
  private static PromiseCalendar days(String source, String promise) {
    List<Cell> cells = new ArrayList<>();
    for (int ago = 9; ago >= 0; ago--) {
      Instant day = NIGHT.minusSeconds(86_400L * ago);
      cells.add(
          new Cell(
              day,
              ago == 8 || ago > 4 ? 0 : 3,
              ago == 9 ? 1 : 0,
              ago == 7 ? 2 : 0,
              ago == 6 ? 1 : 0,
              ago == 5 ? 1 : 0));
    }
    return new PromiseCalendar(source, promise, "1d", cells);
  }

  private static SnapshotTrendLine trend(String subject, OptionalLong held) {
    return new SnapshotTrendLine(
        subject,
        2_310,
        OptionalLong.of(2_290),
        OptionalLong.empty(),
        held,
        held,
        OptionalLong.empty(),
        OptionalDouble.of(2.9),
        OptionalDouble.of(2_570.4),
        held.isEmpty() ? OptionalLong.of(10_000) : OptionalLong.empty());
  }
}
