package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.name;
import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.subject;
import static dev.poolkeeper.writers.table.Column.whole;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.report.CheckResult;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.RunLine;
import dev.poolkeeper.processors.report.SnapshotLine;
import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The lists of the command line: which columns people get, in which order of importance. */
public final class Listings {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Listings() {}

  public static Listing<FindingLine> findings(List<FindingLine> rows) {
    return new Listing<>(
        "Findings",
        FindingLine.class,
        rows,
        List.of(
            word("CODE", 1, FindingLine::code),
            word("SEVERITY", 2, FindingLine::severity),
            word("STATUS", 4, FindingLine::status),
            subject("SUBJECT", FindingLine::subject),
            whole("FIRST SEEN", 6, line -> line.firstSeen().toString()),
            number("NIGHTS", 5, line -> CountText.of(line.nights())),
            number("RECLAIMABLE", 3, line -> ByteText.freed(line.reclaimableBytes())),
            sentence("NOTE", 7, line -> line.note().or(line::cause).orElse(""))),
        Summaries.findings(rows),
        "No findings.");
  }

  public static Listing<VolumeLine> volumes(List<VolumeLine> rows) {
    return new Listing<>(
        "Volumes",
        VolumeLine.class,
        rows,
        List.of(
            name("VOLUME", 1, VolumeLine::subject),
            name("CLAIM", 4, line -> line.claim().orElse("-")),
            name("DATASET", 5, line -> line.dataset().orElse("-")),
            word("LINK", 3, VolumeLine::confidence),
            number("SIZE", 2, Listings::size),
            number("WRITTEN", 2, line -> ByteText.of(line.writtenBytes())),
            number("SNAPSHOTS", 2, line -> ByteText.freed(line.snapshotBytes())),
            number("RESERVED", 6, line -> ByteText.freed(line.reservedBytes())),
            number("USED", 1, line -> ByteText.of(line.usedBytes())),
            word("PHASE", 7, VolumeLine::phase),
            name("CLASS", 8, VolumeLine::storageClass),
            name("DRIVER", 9, VolumeLine::driver)),
        Summaries.volumes(rows),
        "No volumes.");
  }

  public static Listing<PoolLine> pools(List<PoolLine> rows) {
    return new Listing<>(
        "Pools",
        PoolLine.class,
        rows,
        List.of(
            name("POOL", 1, PoolLine::subject),
            word("STATUS", 2, PoolLine::status),
            number("USABLE", 2, line -> ByteText.of(line.usableBytes())),
            number("USED", 3, line -> ByteText.of(line.usedBytes())),
            number("FULL", 1, Listings::full),
            number("K8S", 2, line -> ByteText.of(line.kubernetesBytes())),
            number("SNAPSHOTS", 2, line -> ByteText.of(line.snapshotBytes())),
            number("PROMISED", 5, line -> ByteText.of(line.provisionedBytes())),
            number("OVERCOMMIT", 2, Listings::overcommit),
            number("MISSING", 4, line -> ByteText.freed(line.shortfallBytes())),
            number("REMAINDER", 6, line -> ByteText.freed(line.remainderBytes())),
            number("FREE", 6, line -> ByteText.of(line.availableBytes())),
            number("DATASETS", 8, line -> CountText.of(line.datasets())),
            number("ZFS SNAPSHOTS", 8, line -> CountText.of(line.snapshots())),
            number("RAW SIZE", 9, line -> ByteText.of(line.rawSizeBytes()))),
        CountText.of(rows.size(), "pool"),
        "No pools.");
  }

  public static Listing<SnapshotLine> snapshots(List<SnapshotLine> rows) {
    return new Listing<>(
        "Snapshots",
        SnapshotLine.class,
        rows,
        List.of(
            subject("SNAPSHOT", SnapshotLine::subject),
            whole("CREATED", 3, line -> line.createdAt().map(Listings::minute).orElse("unknown")),
            number("USED", 2, line -> ByteText.of(line.usedBytes())),
            number("REFERENCED", 5, line -> ByteText.of(line.referencedBytes())),
            word("RETENTION", 4, line -> line.retention().orElse("")),
            name("CONTENT", 4, line -> line.content().orElse("-")),
            sentence("WHY", 6, line -> String.join("; ", line.reasons()))),
        Summaries.snapshots(rows),
        "No snapshots.");
  }

  public static Listing<RunLine> runs(List<RunLine> rows) {
    return new Listing<>(
        "Runs",
        RunLine.class,
        rows,
        List.of(
            number("ID", 1, line -> Long.toString(line.id())),
            name("JOB", 2, RunLine::job),
            whole("NIGHT", 1, line -> line.date().toString()),
            number("TRY", 6, line -> Integer.toString(line.attempt())),
            word("STATUS", 1, RunLine::status),
            word("VERDICT", 2, line -> line.verdict().orElse("-")),
            number("SCORE", 3, line -> score(line.score())),
            whole("STARTED", 4, line -> minute(line.startedAt())),
            whole("FINISHED", 5, line -> line.finishedAt().map(Listings::minute).orElse("-")),
            name("ORIGIN", 7, RunLine::origin)),
        CountText.of(rows.size(), "run"),
        "No runs yet.");
  }

  public static Listing<CheckResult> checks(List<CheckResult> rows) {
    long failed = rows.stream().filter(row -> row.outcome().equals("failed")).count();
    return new Listing<>(
        "Checks",
        CheckResult.class,
        rows,
        List.of(
            word("OUTCOME", 1, CheckResult::outcome),
            name("SUBJECT", 1, CheckResult::subject),
            name("WHAT", 1, CheckResult::what),
            sentence("SEEN", 1, CheckResult::seen),
            sentence("NEXT", 2, CheckResult::next)),
        "%s, %s failed".formatted(CountText.of(rows.size(), "check"), CountText.of(failed)),
        "Nothing was checked.");
  }

  /** What it may fill; of a volume that owns no dataset, what Kubernetes believes. */
  private static String size(VolumeLine line) {
    return ByteText.of(
        line.provisionedBytes().isPresent() ? line.provisionedBytes() : line.capacityBytes());
  }

  private static String overcommit(PoolLine line) {
    return line.overcommitRatio().isPresent()
        ? CountText.times(line.overcommitRatio().getAsDouble())
        : ByteText.UNKNOWN;
  }

  private static String full(PoolLine line) {
    if (line.usedBytes().isEmpty() || line.availableBytes().isEmpty()) {
      return ByteText.UNKNOWN;
    }
    double usable = (double) line.usedBytes().getAsLong() + line.availableBytes().getAsLong();
    return usable > 0 ? CountText.percent(line.usedBytes().getAsLong(), usable) : "-";
  }

  private static String minute(Instant at) {
    return MINUTE.format(at);
  }

  private static String score(OptionalInt score) {
    return score.isPresent() ? Integer.toString(score.getAsInt()) : "-";
  }
}
