package dev.poolkeeper.writers.table;

import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Approval;
import dev.poolkeeper.processors.proposal.Blocker;
import dev.poolkeeper.processors.proposal.Decisions;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalEvent;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.processors.proposal.StepRecord;
import dev.poolkeeper.processors.report.ProposalOutcomeLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One proposal for people: its steps with what they expect, what is in the way, its history. */
public final class ProposalView {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int DIGITS = 12;
  private static final int READABLE = 110;

  private final List<String> lines = new ArrayList<>();
  private final int width;

  private ProposalView(int width) {
    this.width = Math.min(width, READABLE);
  }

  /**
   * @param steps what a cleanup has begun of it
   * @param outcome what came of it; empty while that is not known
   * @param now that approvals are held against
   */
  public static List<String> lines(
      ProposalOnFile onFile,
      List<ProposalEvent> history,
      List<StepRecord> steps,
      Optional<ProposalOutcomeLine> outcome,
      Instant now,
      int width) {
    ProposalView view = new ProposalView(width);
    view.head(onFile, now);
    outcome.ifPresent(view::outcome);
    view.blockers(onFile.proposal().plan());
    view.steps(onFile.proposal(), steps);
    view.history(history);
    view.next(onFile.proposal());
    return view.lines;
  }

  private void head(ProposalOnFile onFile, Instant now) {
    Proposal proposal = onFile.proposal();
    Plan plan = proposal.plan();
    wrap("%s %s %s".formatted(proposal.name(), plan.code().code(), plan.subject()), "", "     ");
    field(
        "State",
        "%s since %s, at stage %s"
            .formatted(
                proposal.state().word(), MINUTE.format(proposal.since()), proposal.stage().word()));
    field("Approval", onFile.mode().word() + approvals(proposal, now));
    field("Frees", frees(plan));
    field("Plan", proposal.hash());
    proposal.quarantinedAt().ifPresent(at -> field("Quarantine", "since " + MINUTE.format(at)));
  }

  private void outcome(ProposalOutcomeLine line) {
    String verdict =
        switch (line.verdict()) {
          case "as-estimated" -> "as estimated: ";
          case "less" -> "less than estimated: ";
          case "more" -> "more than estimated: ";
          default -> "";
        };
    int others = line.together() - 1;
    field(
        "Pool",
        verdict
            + line.reason()
            + (others == 0
                ? ""
                : "; with %s %s were estimated in all"
                    .formatted(
                        CountText.of(others, "other proposal", "other proposals"),
                        ByteText.of(line.togetherBytes()))));
  }

  private static String approvals(Proposal proposal, Instant now) {
    List<Approval> standing = proposal.standing(now);
    return standing.isEmpty()
        ? ""
        : standing.stream()
            .map(a -> "%s until %s".formatted(a.by(), MINUTE.format(a.expires())))
            .collect(Collectors.joining(", ", "; approved by ", ""));
  }

  private static String frees(Plan plan) {
    return plan.reclaim().atLeast().equals(plan.reclaim().atMost())
        ? ByteText.of(plan.reclaim().atMost())
        : "at least %s, at most %s"
            .formatted(ByteText.of(plan.reclaim().atLeast()), ByteText.of(plan.reclaim().atMost()));
  }

  private void blockers(Plan plan) {
    if (plan.blocked()) {
      lines.add("");
      lines.add("In the way");
      for (Blocker blocker : plan.blockers()) {
        wrap(blocker.words(), "  - ", "    ");
        blocker.suggestion().ifPresent(what -> wrap(what, "    -> ", "       "));
      }
    }
  }

  private void steps(Proposal proposal, List<StepRecord> records) {
    Map<Step, StepRecord> begun = new HashMap<>();
    records.forEach(one -> begun.put(one.step(), one));
    for (Stage stage : Stage.values()) {
      List<Step> steps = proposal.plan().steps(stage);
      if (!steps.isEmpty()) {
        lines.add("");
        lines.add(
            stage == Stage.QUARANTINE
                ? "Quarantine: can be undone until the data are destroyed"
                : "Destroy: cannot be undone");
        runs(StepRun.of(steps, proposal.plan().turnover(), begun), begun);
        steps.stream()
            .filter(step -> step.action() == Action.DELETE_NVME_NAMESPACE)
            .map(step -> step.expected().getOrDefault(Expectation.NQN, "not told"))
            .distinct()
            .forEach(
                nqn -> wrap("stays: the subsystem " + nqn + ", its ports and hosts", "  ", "    "));
      }
    }
    earlier(records.stream().filter(one -> !proposal.plan().steps().contains(one.step())).toList());
  }

  private void runs(List<StepRun> runs, Map<Step, StepRecord> begun) {
    int place = 1;
    for (StepRun run : runs) {
      if (run.folded()) {
        folded(place, run);
      } else {
        step(place, run.first(), begun.get(run.first()));
      }
      place += run.steps().size();
    }
  }

  private void earlier(List<StepRecord> earlier) {
    if (!earlier.isEmpty()) {
      lines.add("");
      lines.add("Carried out before");
      earlier.forEach(
          one ->
              wrap(
                  "%s: %s, %s%s"
                      .formatted(
                          one.step().words(),
                          one.outcome().word(),
                          MINUTE.format(one.endedAt().orElse(one.beganAt())),
                          one.note().map(note -> ", " + note).orElse("")),
                  "  - ",
                  "    "));
    }
  }

  /** Snapshots of a periodic task are as many as it has made: the first and the last do. */
  private void folded(int place, StepRun run) {
    int count = run.steps().size();
    String done = run.outcome().map(outcome -> " [" + outcome.word() + "]").orElse("");
    wrap(
        "destroy %d snapshots%s that periodic tasks have made: %s to %s"
            .formatted(count, done, run.first().target(), snapshot(run.last())),
        "  %2d. to %d. ".formatted(place, place + count - 1),
        "      ");
    wrap(
        "they come and go by themselves; an approval holds for those that are there then",
        "      ",
        "      ");
  }

  private static String snapshot(Step step) {
    String name = step.target().name();
    return name.substring(name.indexOf('@'));
  }

  private void step(int place, Step step, @Nullable StepRecord record) {
    String head = "  %2d. ".formatted(place);
    String done = record == null ? "" : " [" + record.outcome().word() + "]";
    wrap(step.words() + done, head, "      ");
    String expected =
        step.expected().entrySet().stream()
            .map(fact -> fact.getKey() + " " + readable(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining(", "));
    wrap("if it still is: " + expected, "      ", "      ");
  }

  /** Times are kept in seconds since 1970. */
  private static String readable(String fact, String value) {
    return fact.equals(Expectation.CREATED)
        ? Instant.ofEpochSecond(Long.parseLong(value)).toString()
        : value;
  }

  private void history(List<ProposalEvent> history) {
    lines.add("");
    lines.add("History");
    for (ProposalEvent event : history) {
      wrap(
          "%s  %s, by %s: %s (plan %s)"
              .formatted(
                  MINUTE.format(event.at()),
                  event.to().word(),
                  event.by(),
                  event.note(),
                  event.hash().substring(0, DIGITS)),
          "  ",
          "    ");
    }
  }

  private void next(Proposal proposal) {
    String name = proposal.name();
    String next =
        proposal.state() == ProposalState.WAITING
            ? "poolkeeper proposals approve %s --hash %s --reason R, or reject %s --reason R"
                .formatted(name, proposal.hash().substring(0, DIGITS), name)
            : proposal.state() == ProposalState.APPROVED
                ? "poolkeeper run cleanup shows what would be done; with --execute it is"
                : takenAway(proposal)
                    ? "poolkeeper proposals restore %s --reason R brings back what quarantine took away"
                        .formatted(name)
                    : "";
    if (!next.isEmpty()) {
      lines.add("");
      wrap("Next: " + next, "", "  ");
    }
  }

  private static boolean takenAway(Proposal proposal) {
    return switch (proposal.state()) {
      case QUARANTINED, FAILED, DONE -> Decisions.notRestorable(proposal).isEmpty();
      default -> false;
    };
  }

  private void field(String name, String text) {
    wrap(text, "%-11s".formatted(name), " ".repeat(11));
  }

  private void wrap(String text, String first, String rest) {
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (String word : text.split(" +", -1)) {
      if (!fresh && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(rest);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.add(line.toString());
  }
}
