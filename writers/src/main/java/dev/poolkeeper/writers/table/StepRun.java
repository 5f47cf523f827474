package dev.poolkeeper.writers.table;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.processors.proposal.StepRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Steps that are told in one: one after the other, on snapshots that come and go by themselves,
 * with the same outcome; or a single step.
 */
record StepRun(List<Step> steps, Optional<StepRecord.Outcome> outcome) {

  /** Fewer than this are told one by one. */
  private static final int FOLDED = 3;

  StepRun {
    steps = List.copyOf(steps);
  }

  boolean folded() {
    return steps.size() > 1;
  }

  Step first() {
    return steps.get(0);
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** In the order of the steps, which are each in one of them. */
  static List<StepRun> of(List<Step> steps, Set<Subject> turnover, Map<Step, StepRecord> begun) {
    List<StepRun> runs = new ArrayList<>();
    List<Step> open = new ArrayList<>();
    for (Step step : steps) {
      if (!open.isEmpty() && !alike(open.get(0), step, turnover, begun)) {
        close(open, begun, runs);
      }
      open.add(step);
    }
    close(open, begun, runs);
    return runs;
  }

  private static boolean alike(
      Step one, Step other, Set<Subject> turnover, Map<Step, StepRecord> begun) {
    return one.action() == Action.DESTROY_SNAPSHOT
        && other.action() == Action.DESTROY_SNAPSHOT
        && turnover.contains(one.target())
        && turnover.contains(other.target())
        && outcome(one, begun).equals(outcome(other, begun));
  }

  private static Optional<StepRecord.Outcome> outcome(Step step, Map<Step, StepRecord> begun) {
    return Optional.ofNullable(begun.get(step)).map(StepRecord::outcome);
  }

  private static void close(List<Step> open, Map<Step, StepRecord> begun, List<StepRun> runs) {
    if (open.size() >= FOLDED) {
      runs.add(run(open, begun));
    } else {
      open.forEach(step -> runs.add(run(List.of(step), begun)));
    }
    open.clear();
  }

  private static StepRun run(List<Step> steps, Map<Step, StepRecord> begun) {
    return new StepRun(steps, outcome(steps.get(0), begun));
  }
}
