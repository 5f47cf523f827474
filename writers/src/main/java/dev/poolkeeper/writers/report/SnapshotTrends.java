package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.SnapshotTrendLine;
import dev.poolkeeper.writers.report.NightlyPage.SnapshotTrend;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How many snapshots there are, what they hold, and where that leads. */
final class SnapshotTrends {

  private static final int FAR_DAYS = 365;
  private static final String UNKNOWN = "–";

  private SnapshotTrends() {}

  static SnapshotTrend row(SnapshotTrendLine line) {
    return new SnapshotTrend(
        VisibleText.of(line.subject()),
        CountText.of(line.snapshots()),
        counts(line),
        line.heldBytes().isPresent() ? ByteText.of(line.heldBytes()) : UNKNOWN,
        bytes(line),
        line.expectedIn90Days().isPresent()
            ? CountText.of(Math.round(line.expectedIn90Days().getAsDouble()))
            : UNKNOWN,
        ceiling(line));
  }

  /** When a NAS has more than it stands well, by the pace of the next weeks. */
  private static String ceiling(SnapshotTrendLine line) {
    if (line.alertAbove().isEmpty()) {
      return "";
    }
    long most = line.alertAbove().getAsLong();
    String warns = "it warns above " + CountText.of(most);
    if (line.snapshots() > most) {
      return warns + ", as it does now";
    }
    if (line.growthPerDay().isEmpty()) {
      return warns + "; when that is cannot be forecast";
    }
    double pace = line.growthPerDay().getAsDouble();
    double days = (most - line.snapshots()) / pace;
    return pace > 0 && days < FAR_DAYS
        ? warns + ", in about %s at this pace".formatted(CountText.of(Math.round(days), "day"))
        : warns + ", not within a year at this pace";
  }

  private static String counts(SnapshotTrendLine line) {
    List<String> parts = new ArrayList<>();
    line.snapshotsWeekAgo()
        .ifPresent(week -> parts.add(CountText.signed(line.snapshots() - week) + " in 7 d"));
    line.snapshotsMonthAgo()
        .ifPresent(month -> parts.add(CountText.signed(line.snapshots() - month) + " in 30 d"));
    return String.join(", ", parts);
  }

  private static String bytes(SnapshotTrendLine line) {
    List<String> parts = new ArrayList<>();
    change(parts, line.heldBytes(), line.heldBytesWeekAgo(), " in 7 d");
    change(parts, line.heldBytes(), line.heldBytesMonthAgo(), " in 30 d");
    return String.join(", ", parts);
  }

  private static void change(
      List<String> parts, OptionalLong now, OptionalLong before, String since) {
    if (now.isPresent() && before.isPresent()) {
      long more = now.getAsLong() - before.getAsLong();
      parts.add((more > 0 ? "+" : "") + ByteText.of(more) + since);
    }
  }
}
