package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.processors.proposal.StepRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one stage of one proposal, step by step.
 *
 * <p>Of every step: look whether the target still is what was approved, ask what is in the way,
 * note all that is needed to undo it, act, and read back. The note is safe before the act, so that
 * a cleanup that is killed anywhere knows afterwards where it was; whether a step that was begun
 * was done is then asked of the system and never guessed. The first step that does not go through
 * ends it: what was done before it is taken back, last step first, where all of it can be.
 */
final class StageExecutor {

  /**
   * How it ended.
   *
   * @param finished every step was done and read back
   * @param undone it was not, and all that was done is taken back
   * @param words what was seen, and what is left
   */
  record Ending(boolean finished, boolean undone, String words) {}

  /** A step did not go through; says why. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(String message) {
      super(message);
    }
  }

  private final Hands hands;
  private final StepLedger ledger;
  private final Clock clock;
  private final Progress.Watch watch;

  /**
   * @param watch is to know of every stage and of every step
   */
  StageExecutor(Hands hands, StepLedger ledger, Clock clock, Progress.Watch watch) {
    this.watch = watch;
    this.hands = hands;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param proposal one that is being carried out
   */
  Ending execute(Proposal proposal) {
    return watch.asking(
        proposal.name(),
        proposal.stage().name().toLowerCase(Locale.ROOT),
        () -> carryOut(proposal),
        ending ->
            ending.finished()
                ? Optional.empty()
                : Optional.of(ending.undone() ? "taken-back" : "failed"));
  }

  private Ending carryOut(Proposal proposal) {
    List<Step> steps = proposal.plan().steps(proposal.stage());
    Map<Integer, StepRecord> before = new HashMap<>();
    begun(proposal).forEach(record -> before.put(record.place(), record));
    try (OpenHands open = new OpenHands(hands, proposal.name())) {
      try {
        for (int at = 0; at < steps.size(); at++) {
          Step step = steps.get(at);
          int place = at + 1;
          watched(step, "", () -> carryOut(proposal, place, step, before.get(place), open));
        }
        return new Ending(true, false, "%d steps".formatted(steps.size()));
      } catch (Stopped | HandFailure stopped) {
        return takeBack(proposal, open, String.valueOf(stopped.getMessage()));
      }
    }
  }

  private void watched(Step step, String prefix, Runnable work) {
    watch.asking(
        step.target().source(),
        prefix + step.action().word(),
        () -> {
          work.run();
          return step;
        },
        done -> Optional.empty());
  }

  /**
   * What this very attempt has begun, before it was killed perhaps; never that of an earlier one.
   */
  private List<StepRecord> begun(Proposal proposal) {
    return ledger.begunOf(proposal.id(), proposal.hash()).stream()
        .filter(record -> !record.beganAt().isBefore(proposal.since()))
        .toList();
  }

  private void carryOut(
      Proposal proposal, int place, Step step, @Nullable StepRecord before, OpenHands open) {
    if (before != null && before.outcome() == StepRecord.Outcome.DONE) {
      return;
    }
    Hand hand = open.of(step.target().source());
    if (before != null && before.outcome() == StepRecord.Outcome.BEGUN && hand.done(step)) {
      ended(proposal, place, StepRecord.Outcome.DONE, Optional.of("done before it was killed"));
      return;
    }
    Optional<SortedMap<String, String>> seen = hand.look(step);
    if (seen.isEmpty()) {
      if (proposal.plan().turnover().contains(step.target())) {
        return;
      }
      throw new Stopped("%s: it is not there any more".formatted(step.words()));
    }
    SortedMap<String, String> differences = step.differences(seen.get());
    if (!differences.isEmpty()) {
      throw new Stopped("%s: it is not what it was, %s".formatted(step.words(), differences));
    }
    hand.obstacle(step)
        .ifPresent(
            what -> {
              throw new Stopped("%s: %s".formatted(step.words(), what));
            });
    ledger.begun(
        proposal.id(),
        new StepRecord(
            proposal.hash(),
            place,
            step,
            hand.remember(step),
            StepRecord.Outcome.BEGUN,
            clock.instant(),
            Optional.empty(),
            Optional.empty()));
    act(proposal, place, step, hand);
  }

  private void act(Proposal proposal, int place, Step step, Hand hand) {
    Optional<String> said = Optional.empty();
    try {
      hand.act(step);
    } catch (HandFailure failure) {
      if (failure.kind() != HandFailure.Kind.UNKNOWN) {
        failed(proposal, place, step, String.valueOf(failure.getMessage()));
      }
      said = Optional.of(String.valueOf(failure.getMessage()));
    }
    boolean done;
    try {
      done = hand.done(step);
    } catch (HandFailure failure) {
      // it stays begun: the next cleanup asks again
      throw new Stopped(
          "%s: whether it was done is not known: %s".formatted(step.words(), failure.getMessage()));
    }
    if (!done) {
      failed(proposal, place, step, said.orElse("the system said that it did, and it did not"));
    }
    ended(proposal, place, StepRecord.Outcome.DONE, said);
  }

  private void failed(Proposal proposal, int place, Step step, String why) {
    ended(proposal, place, StepRecord.Outcome.FAILED, Optional.of(why));
    throw new Stopped("%s: %s".formatted(step.words(), why));
  }

  private void ended(
      Proposal proposal, int place, StepRecord.Outcome outcome, Optional<String> note) {
    ledger.ended(proposal.id(), proposal.hash(), place, outcome, note);
  }

  /** Undoes what was done, last step first; goes on where one cannot be, and says which. */
  private Ending takeBack(Proposal proposal, OpenHands open, String why) {
    List<StepRecord> done = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (StepRecord record : begun(proposal)) {
      switch (record.outcome()) {
        case DONE -> done.add(record);
        case BEGUN -> left.add(record.step().words() + " may have been done");
        default -> {
          // nothing to take back
        }
      }
    }
    Collections.reverse(done);
    boolean all = done.stream().allMatch(record -> record.step().action().reversible());
    if (!all) {
      done.forEach(record -> left.add("done: " + record.step().words()));
      return new Ending(false, false, why + "; " + String.join("; ", left));
    }
    for (StepRecord record : done) {
      undo(proposal, record, open).ifPresent(left::add);
    }
    String undone = done.isEmpty() ? "nothing was changed" : "what was done is taken back";
    return left.isEmpty()
        ? new Ending(false, true, why + "; " + undone)
        : new Ending(false, false, why + "; left: " + String.join("; ", left));
  }

  private Optional<String> undo(Proposal proposal, StepRecord record, OpenHands open) {
    try {
      Hand hand = open.of(record.step().target().source());
      watched(record.step(), "undo ", () -> hand.undo(record.step(), record.remembered()));
      ended(proposal, record.place(), StepRecord.Outcome.UNDONE, Optional.empty());
      return Optional.empty();
    } catch (HandFailure failure) {
      return Optional.of(
          "%s was done and could not be undone (%s)"
              .formatted(record.step().words(), failure.getMessage()));
    }
  }
}
