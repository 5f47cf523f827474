package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.Changes;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.writers.report.NightlyPage.Change;
import dev.poolkeeper.writers.report.NightlyPage.ChangeList;
import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.stream.Stream;

/** What changed since the night before: counts of all, names of the first of each kind. */
final class ChangesSection {

  private static final int LISTED = 8;

  private ChangesSection() {}

  static NightlyPage.Changes of(Changes changes, CommandHints commands) {
    return new NightlyPage.Changes(since(changes), counts(changes), lists(changes, commands));
  }

  private static String since(Changes changes) {
    return changes
        .comparedWith()
        .map(night -> "Compared with the night of " + night + ".")
        .orElse("This is the first night in the ledger: everything found is new.");
  }

  private static List<Count> counts(Changes changes) {
    return List.of(
        count("New", changes.appeared().size(), "info", "seen for the first time"),
        count("Confirmed", changes.confirmed().size(), "warning", "now seen often enough"),
        count("Reopened", changes.reopened().size(), "warning", "were resolved, and are back"),
        count("Resolved", changes.resolved().size(), "ok", "looked for, and gone"),
        count("Persisting", changes.persisting(), "neutral", "still there"),
        count("Withheld", changes.withheld(), "incomplete", "could not be judged tonight"));
  }

  private static Count count(String label, int count, String tone, String meaning) {
    return new Count(label, CountText.of(count), count == 0 ? "quiet" : tone, meaning);
  }

  private static List<ChangeList> lists(Changes changes, CommandHints commands) {
    return Stream.of(
            list("New", changes.appeared(), commands),
            list("Confirmed", changes.confirmed(), commands),
            list("Reopened", changes.reopened(), commands),
            list("Resolved", changes.resolved(), commands))
        .filter(list -> !list.rows().isEmpty())
        .toList();
  }

  private static ChangeList list(String label, List<FindingLine> lines, CommandHints commands) {
    int rest = lines.size() - LISTED;
    return new ChangeList(
        label,
        lines.stream().limit(LISTED).map(ChangesSection::change).toList(),
        rest > 0 ? "and %s more: %s".formatted(CountText.of(rest), commands.findings()) : "");
  }

  private static Change change(FindingLine line) {
    return new Change(
        line.code(),
        line.name(),
        Tags.severity(line.severity()),
        VisibleText.of(line.subject()),
        line.reclaimableBytes().orElse(0) > 0 ? ByteText.of(line.reclaimableBytes()) : "");
  }
}
