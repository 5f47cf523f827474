package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.name;
import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.subject;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.report.PromiseLine;
import dev.poolkeeper.processors.report.SnapshotTrendLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The lists of who promises snapshots, and of where they become more. */
public final class PromiseListing {

  private PromiseListing() {}

  /** Policies and tasks of a night. */
  public static Listing<PromiseLine> of(List<PromiseLine> rows) {
    return new Listing<>(
        "Promises",
        PromiseLine.class,
        rows,
        List.of(
            subject("PROMISE", PromiseLine::promise),
            word("SOURCE", 2, PromiseLine::source),
            number("DATASETS", 4, line -> CountText.of(line.datasets())),
            number("SNAPSHOTS", 2, line -> CountText.of(line.snapshots())),
            number("MISSING", 1, line -> CountText.of(line.missing())),
            word("", 3, line -> line.missingSeverity().orElse("")),
            number("OVERDUE", 1, line -> CountText.of(line.overdue())),
            number("UNOWNED", 1, line -> CountText.of(line.unowned())),
            number("HELD", 3, line -> CountText.of(line.held())),
            number(
                "HOLDS",
                5,
                line ->
                    ByteText.between(
                        OptionalLong.of(line.holdsAtLeastBytes()), line.holdsAtMostBytes())),
            name("TERMS", 7, PromiseLine::terms),
            sentence("NOTE", 6, line -> String.join("; ", line.notes()))),
        "%s; a snapshot that two tasks own counts for both"
            .formatted(CountText.of(rows.size(), "promise")),
        "Nobody promises snapshots.");
  }

  /** Datasets and NAS of a night. */
  public static Listing<SnapshotTrendLine> trends(List<SnapshotTrendLine> rows) {
    return new Listing<>(
        "Snapshot trends",
        SnapshotTrendLine.class,
        rows,
        List.of(
            subject("OF", SnapshotTrendLine::subject),
            number("SNAPSHOTS", 1, line -> CountText.of(line.snapshots())),
            number("7 DAYS", 2, line -> change(line.snapshots(), line.snapshotsWeekAgo())),
            number("30 DAYS", 3, line -> change(line.snapshots(), line.snapshotsMonthAgo())),
            number("HOLD", 1, line -> ByteText.of(line.heldBytes())),
            number("7 DAYS", 4, line -> change(line.heldBytes(), line.heldBytesWeekAgo())),
            number("30 DAYS", 5, line -> change(line.heldBytes(), line.heldBytesMonthAgo())),
            number("IN 90 DAYS", 2, line -> rounded(line.expectedIn90Days()))),
        "%s: each TrueNAS, and datasets whose snapshots become more or hold more"
            .formatted(CountText.of(rows.size(), "row")),
        "No snapshots are known.");
  }

  private static String change(long now, OptionalLong before) {
    return before.isPresent() ? CountText.signed(now - before.getAsLong()) : "";
  }

  private static String change(OptionalLong now, OptionalLong before) {
    return now.isPresent() && before.isPresent()
        ? ByteText.of(now.getAsLong() - before.getAsLong())
        : "";
  }

  private static String rounded(OptionalDouble value) {
    return value.isPresent() ? CountText.of(Math.round(value.getAsDouble())) : "";
  }
}
