package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.FindingGroup;
import dev.poolkeeper.processors.report.LookCommand;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.writers.report.NightlyPage.Action;
import dev.poolkeeper.writers.report.NightlyPage.Command;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to do first: why, who answers for it, what is in the way, and what to run. */
final class ActionRows {

  private ActionRows() {}

  static List<Action> of(NightlyReport report, CommandHints commands) {
    Map<String, String> titles =
        report.groups().stream()
            .collect(Collectors.toMap(FindingGroup::code, FindingGroup::title, (a, b) -> a));
    return report.topActions().stream()
        .map(line -> action(line, titles.getOrDefault(line.code(), line.name()), commands))
        .toList();
  }

  private static Action action(ActionLine line, String title, CommandHints commands) {
    return new Action(
        line.code(),
        VisibleText.of(title),
        Tags.severity(line.severity()),
        VisibleText.of(line.subject()),
        why(line),
        line.note().map(VisibleText::of).orElse(""),
        line.owner().map(owner -> VisibleText.of(owner.name())).orElse("unknown"),
        line.owner()
            .map(owner -> VisibleText.of(owner.from()))
            .orElse("no claim, namespace or label names one"),
        line.blockedBy().map(SpaceSection::words).orElse(""),
        VisibleText.of(line.action()),
        line.reclaimableBytes().orElse(0) > 0 ? ByteText.of(line.reclaimableBytes()) : "",
        line.commands().stream().map(command -> command(command, commands)).toList());
  }

  private static Command command(LookCommand look, CommandHints commands) {
    boolean here = look.where().equals(LookCommand.HERE);
    return new Command(
        here ? "" : VisibleText.of(look.where()),
        VisibleText.of(here ? commands.inLedger(look.command()) : look.command()));
  }

  private static String why(ActionLine line) {
    return line.cause()
        .flatMap(cause -> line.causeEvidence().map(evidence -> cause + ": " + evidence))
        .or(() -> line.evidence().stream().findFirst())
        .map(VisibleText::of)
        .orElse("");
  }
}
