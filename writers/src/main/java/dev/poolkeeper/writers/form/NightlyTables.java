package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.Changes;
import dev.poolkeeper.processors.report.CoverageLine;
import dev.poolkeeper.processors.report.ExceptionLine;
import dev.poolkeeper.processors.report.FindingCount;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.LookCommand;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.ProposalNightLine;
import dev.poolkeeper.processors.report.ProposalOutcomeLine;
import dev.poolkeeper.processors.report.ProtectionCounts;
import dev.poolkeeper.processors.report.ProtectionLine;
import dev.poolkeeper.processors.report.Reclaimable.Blocker;
import dev.poolkeeper.processors.report.SnapshotHoldingLine;
import dev.poolkeeper.processors.report.SourceLine;
import dev.poolkeeper.processors.report.SourceScoreLine;
import dev.poolkeeper.processors.report.SourceScoreLine.CostLine;
import dev.poolkeeper.processors.report.WithheldLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a nightly report, each with all of its fields in raw units. */
public final class NightlyTables {

  /** The night itself: one row. */
  public record NightRow(
      LocalDate date,
      Instant capturedAt,
      boolean demo,
      String version,
      String verdict,
      int score,
      OptionalInt scoreDelta,
      Optional<LocalDate> comparedWith,
      List<String> headlines,
      int persisting,
      int withheld,
      long eligibleBytes,
      long blockedBytes,
      long waitingBytes,
      long exceptedBytes,
      int unknownSizes) {}

  /**
   * @param change new, confirmed, reopened or resolved
   */
  public record ChangeRow(
      String change,
      String code,
      String name,
      String severity,
      String subject,
      OptionalLong reclaimableBytes) {}

  /** Who answers for what is to be done first, and how to look at it. */
  public record ActionRow(
      int rank,
      String code,
      String name,
      String severity,
      String subject,
      OptionalLong reclaimableBytes,
      Optional<String> owner,
      Optional<String> ownerFrom,
      Optional<String> blockedBy,
      String action,
      List<String> commands) {}

  /** How a source stands, without what it cost. */
  public record GradeRow(
      String source,
      String side,
      OptionalInt score,
      Optional<String> grade,
      OptionalInt delta,
      Optional<LocalDate> comparedWith,
      long objects,
      Optional<String> unjudged) {}

  /** What took something off the score of a source. */
  public record CostRow(
      String source, String code, String name, String severity, int findings, double points) {}

  /** How many findings of a kind there are, and how many of them are listed. */
  public record GroupRow(
      String code,
      String name,
      String title,
      int total,
      int listed,
      OptionalLong reclaimableBytes,
      int reclaimableUnknown) {}

  /** A setting in force. */
  public record SettingRow(String setting, String value) {}

  private NightlyTables() {}

  public static List<CsvTable<?>> of(NightlyReport report) {
    return List.of(
        new CsvTable<>("night", NightRow.class, List.of(night(report))),
        new CsvTable<>("changes", ChangeRow.class, changes(report.changes())),
        new CsvTable<>("actions", ActionRow.class, actions(report.topActions())),
        new CsvTable<>("findings", FindingLine.class, findings(report)),
        new CsvTable<>("finding-groups", GroupRow.class, groups(report)),
        new CsvTable<>("finding-counts", FindingCount.class, report.counts()),
        new CsvTable<>("blockers", Blocker.class, report.reclaimable().blockers()),
        new CsvTable<>("withheld", WithheldLine.class, report.withheld()),
        new CsvTable<>(
            "grades", GradeRow.class, report.scores().stream().map(NightlyTables::grade).toList()),
        new CsvTable<>(
            "grade-costs",
            CostRow.class,
            report.scores().stream().flatMap(NightlyTables::costs).toList()),
        new CsvTable<>("sources", SourceLine.class, report.sources()),
        new CsvTable<>("coverage", CoverageLine.class, report.coverage()),
        new CsvTable<>("pools", PoolLine.class, report.pools()),
        new CsvTable<>("full-dates", FullDateLine.class, report.fullDates()),
        new CsvTable<>("protection", ProtectionLine.class, report.protection().worst()),
        new CsvTable<>(
            "protection-namespaces", ProtectionCounts.class, report.protection().namespaces()),
        new CsvTable<>(
            "snapshot-holdings", SnapshotHoldingLine.class, report.protection().holdings()),
        new CsvTable<>("proposals", ProposalNightLine.class, report.proposals().lines()),
        new CsvTable<>(
            "proposal-outcomes", ProposalOutcomeLine.class, report.proposals().outcomes()),
        new CsvTable<>("exceptions", ExceptionLine.class, report.exceptions()),
        CourseRow.table(report.courses()),
        policy(report.policy()));
  }

  static CsvTable<SettingRow> policy(Map<String, String> policy) {
    return new CsvTable<>(
        "policy",
        SettingRow.class,
        new TreeMap<>(policy)
            .entrySet().stream().map(e -> new SettingRow(e.getKey(), e.getValue())).toList());
  }

  private static NightRow night(NightlyReport report) {
    return new NightRow(
        report.date(),
        report.capturedAt(),
        report.demo(),
        report.version(),
        report.verdict().name(),
        report.score(),
        report.scoreDelta(),
        report.changes().comparedWith(),
        report.headlines(),
        report.changes().persisting(),
        report.changes().withheld(),
        report.reclaimable().eligibleBytes(),
        report.reclaimable().blockedBytes(),
        report.reclaimable().waitingBytes(),
        report.reclaimable().exceptedBytes(),
        report.reclaimable().unknown());
  }

  private static List<ChangeRow> changes(Changes changes) {
    return Stream.of(
            changes.appeared().stream().map(change("new")),
            changes.confirmed().stream().map(change("confirmed")),
            changes.reopened().stream().map(change("reopened")),
            changes.resolved().stream().map(change("resolved")))
        .flatMap(rows -> rows)
        .toList();
  }

  private static Function<FindingLine, ChangeRow> change(String what) {
    return line ->
        new ChangeRow(
            what,
            line.code(),
            line.name(),
            line.severity(),
            line.subject(),
            line.reclaimableBytes());
  }

  private static List<ActionRow> actions(List<ActionLine> lines) {
    return IntStream.range(0, lines.size()).mapToObj(at -> action(at + 1, lines.get(at))).toList();
  }

  private static ActionRow action(int rank, ActionLine line) {
    return new ActionRow(
        rank,
        line.code(),
        line.name(),
        line.severity(),
        line.subject(),
        line.reclaimableBytes(),
        line.owner().map(owner -> owner.name()),
        line.owner().map(owner -> owner.from()),
        line.blockedBy(),
        line.action(),
        line.commands().stream().map(LookCommand::command).toList());
  }

  private static List<FindingLine> findings(NightlyReport report) {
    return report.groups().stream().flatMap(group -> group.findings().stream()).toList();
  }

  private static List<GroupRow> groups(NightlyReport report) {
    return report.groups().stream()
        .map(
            group ->
                new GroupRow(
                    group.code(),
                    group.name(),
                    group.title(),
                    group.total(),
                    group.findings().size(),
                    group.reclaimableBytes(),
                    group.reclaimableUnknown()))
        .toList();
  }

  private static GradeRow grade(SourceScoreLine line) {
    return new GradeRow(
        line.source(),
        line.side(),
        line.score(),
        line.grade(),
        line.delta(),
        line.comparedWith(),
        line.objects(),
        line.unjudged());
  }

  private static Stream<CostRow> costs(SourceScoreLine line) {
    return line.costs().stream().map(cost -> cost(line.source(), cost));
  }

  private static CostRow cost(String source, CostLine cost) {
    return new CostRow(
        source, cost.code(), cost.name(), cost.severity(), cost.findings(), cost.points());
  }
}
