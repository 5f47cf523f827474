package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.name;
import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.subject;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.protection.Ages;
import dev.poolkeeper.processors.report.ProtectionLine;
import dev.poolkeeper.processors.report.SnapshotHoldingLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.ChangeText;
import dev.poolkeeper.writers.text.CountText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The lists of how claims are protected, and of what snapshots hold. */
public final class ProtectionListing {

  private static final String NONE = "–";

  private ProtectionListing() {}

  /**
   * Claims and the age of their newest copies.
   *
   * @param asOf when the night was taken: ages count up to it
   */
  public static Listing<ProtectionLine> of(List<ProtectionLine> rows, Instant asOf) {
    return new Listing<>(
        "Claims",
        ProtectionLine.class,
        rows,
        List.of(
            word("VERDICT", 1, ProtectionLine::verdict),
            subject("CLAIM", ProtectionLine::claim),
            number("SNAPSHOT", 1, line -> age(line.lastSnapshot(), asOf)),
            number("VOLUMESNAPSHOT", 3, line -> age(line.lastVolumeSnapshot(), asOf)),
            number("ELSEWHERE", 2, line -> elsewhere(line, asOf)),
            number("RPO", 2, line -> limit(line.rpoSeconds())),
            number("REPLICA RPO", 3, line -> limit(line.replicaRpoSeconds())),
            name("DATASET", 5, line -> line.dataset().orElse("")),
            sentence("WHY", 4, ProtectionLine::reason)),
        summary(rows),
        "No claims.");
  }

  private static String summary(List<ProtectionLine> rows) {
    return "%s: %s protected within their RPO, %s late, %s never, %s unknown; nothing is asked of %s"
        .formatted(
            CountText.of(rows.size(), "claim"),
            count(rows, "protected"),
            count(rows, "late"),
            count(rows, "never"),
            count(rows, "unknown"),
            count(rows, "not-asked"));
  }

  private static String count(List<ProtectionLine> rows, String verdict) {
    return CountText.of(rows.stream().filter(line -> line.verdict().equals(verdict)).count());
  }

  private static String elsewhere(ProtectionLine line, Instant asOf) {
    return age(line.lastElsewhere(), asOf)
        + line.elsewhereHow().filter(how -> !how.equals("measured")).map(h -> " " + h).orElse("");
  }

  private static String age(Optional<Instant> at, Instant asOf) {
    return at.map(when -> Ages.text(Duration.between(when, asOf))).orElse(NONE);
  }

  private static String limit(OptionalLong seconds) {
    return seconds.isPresent() ? Ages.text(Duration.ofSeconds(seconds.getAsLong())) : NONE;
  }

  /** What snapshots hold by pool, task and namespace. */
  public static Listing<SnapshotHoldingLine> holdings(List<SnapshotHoldingLine> rows) {
    return new Listing<>(
        "Snapshots",
        SnapshotHoldingLine.class,
        rows,
        List.of(
            word("OF", 2, SnapshotHoldingLine::kind),
            subject("SUBJECT", SnapshotHoldingLine::subject),
            number("DATASETS", 3, line -> CountText.of(line.datasets())),
            number("SNAPSHOTS", 1, line -> CountText.of(line.snapshots())),
            number("IN 7 D", 2, line -> more(line.snapshots(), line.snapshotsWeekAgo())),
            number("IN 30 D", 3, line -> more(line.snapshots(), line.snapshotsMonthAgo())),
            number("HOLD", 1, line -> ByteText.of(line.heldBytes())),
            number("IN 7 D", 2, line -> moreBytes(line.heldBytes(), line.heldBytesWeekAgo())),
            number("IN 30 D", 3, line -> moreBytes(line.heldBytes(), line.heldBytesMonthAgo()))),
        "%s of snapshots".formatted(CountText.of(rows.size(), "holder")),
        "No snapshots were counted on that night.");
  }

  private static String more(long now, OptionalLong before) {
    return before.isPresent() ? CountText.signed(now - before.getAsLong()) : "";
  }

  private static String moreBytes(OptionalLong now, OptionalLong before) {
    if (now.isEmpty() || before.isEmpty()) {
      return "";
    }
    return ChangeText.of(now.getAsLong() - before.getAsLong());
  }
}
