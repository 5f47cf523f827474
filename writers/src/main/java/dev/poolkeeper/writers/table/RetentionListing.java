package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.name;
import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.subject;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.report.RetentionLine;
import dev.poolkeeper.processors.report.SimulationLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.util.List;
import java.util.OptionalLong;

/** The lists of retention: what is there, and what will be. */
public final class RetentionListing {

  private RetentionListing() {}

  /** Datasets and tasks of a night. */
  public static Listing<RetentionLine> of(List<RetentionLine> rows) {
    return new Listing<>(
        "Retention",
        RetentionLine.class,
        rows,
        List.of(
            subject("SUBJECT", RetentionLine::subject),
            number("SNAPSHOTS", 2, line -> CountText.of(line.snapshots())),
            number("OVERDUE", 1, line -> CountText.of(line.overdue())),
            number("MISSING", 1, line -> CountText.of(line.missing())),
            word("", 3, line -> line.missingSeverity().orElse("")),
            number("UNOWNED", 1, line -> CountText.of(line.unowned())),
            number("HELD", 3, line -> CountText.of(line.held())),
            number("UNPARSABLE", 5, line -> CountText.of(line.unparsable())),
            number("UNDECIDED", 6, line -> CountText.of(line.undecided())),
            number(
                "FREES",
                4,
                line ->
                    line.overdue() == 0
                        ? ""
                        : between(line.overdueAtLeastBytes(), line.overdueAtMostBytes())),
            name("PROMISED BY", 7, line -> String.join("; ", line.promises())),
            sentence("NOTE", 8, line -> String.join("; ", line.notes()))),
        "%s, %s overdue, %s missing, %s unowned, %s held"
            .formatted(
                CountText.of(rows.size(), "row"),
                CountText.of(rows.stream().mapToLong(RetentionLine::overdue).sum()),
                CountText.of(rows.stream().mapToLong(RetentionLine::missing).sum()),
                CountText.of(rows.stream().mapToLong(RetentionLine::unowned).sum()),
                CountText.of(rows.stream().mapToLong(RetentionLine::held).sum())),
        "No snapshots, and nobody promises any.");
  }

  /** What will be. */
  public static Listing<SimulationLine> simulation(List<SimulationLine> rows) {
    return new Listing<>(
        "Simulated retention",
        SimulationLine.class,
        rows,
        List.of(
            subject("DATASET", SimulationLine::subject),
            number("NOW", 1, line -> CountText.of(line.now())),
            number("MADE", 2, line -> CountText.of(line.made())),
            number("GONE", 1, line -> CountText.of(line.now() + line.made() - line.left())),
            number("LEFT", 1, line -> CountText.of(line.left())),
            number("TOMORROW", 2, line -> CountText.of(line.tomorrow().size())),
            number(
                "FREES",
                3,
                line ->
                    between(OptionalLong.of(line.freedAtLeastBytes()), line.freedAtMostBytes())),
            name("GOES TOMORROW", 4, line -> String.join(" ", line.tomorrow())),
            sentence("NOTE", 5, line -> String.join("; ", line.remarks()))),
        "%s: %s of now go, %s will be there; nothing was deleted. Bytes are bounds, of those of now"
            .formatted(
                CountText.of(rows.size(), "dataset"),
                CountText.of(rows.stream().mapToLong(SimulationLine::removed).sum()),
                CountText.of(rows.stream().mapToLong(SimulationLine::left).sum())),
        "Nobody promises snapshots of any dataset.");
  }

  private static String between(OptionalLong least, OptionalLong most) {
    String from = ByteText.of(least);
    return least.equals(most) ? from : from + " to " + ByteText.of(most);
  }
}
