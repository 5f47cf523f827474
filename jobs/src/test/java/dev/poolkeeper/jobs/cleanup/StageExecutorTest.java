package dev.poolkeeper.jobs.cleanup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Reclaim;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.processors.proposal.StepRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage, carried out against a system that breaks wherever it may. */
class StageExecutorTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final int CALLS_OF_A_STAGE = 30;

  /** The killing of the process: nothing catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Objects by subject, and what is to go wrong. */
  private static final class World implements Hand {
    private final Set<String> there = new TreeSet<>();
    private final List<String> acts = new ArrayList<>();
    private final Map<String, HandFailure> failing = new TreeMap<>();
    private final Set<String> silent = new TreeSet<>();
    private final Set<String> lost = new TreeSet<>();
    private final Set<String> stuck = new TreeSet<>();
    private final Map<String, String> changed = new TreeMap<>();
    private String obstacle = "";
    private int killAt = Integer.MAX_VALUE;
    private int calls;

    private void call() {
      if (++calls == killAt) {
        throw new Killed();
      }
    }

    @Override
    public Optional<SortedMap<String, String>> look(Step step) {
      call();
      String name = step.target().name();
      SortedMap<String, String> facts = new TreeMap<>(step.expected());
      facts.computeIfPresent("id", (key, id) -> changed.getOrDefault(name, id));
      return there.contains(name) ? Optional.of(facts) : Optional.empty();
    }

    @Override
    public Optional<String> obstacle(Step step) {
      call();
      return step.target().name().equals(obstacle) ? Optional.of("in use") : Optional.empty();
    }

    @Override
    public String remember(Step step) {
      call();
      return "{\"name\":\"" + step.target().name() + "\"}";
    }

    @Override
    public void act(Step step) {
      call();
      String name = step.target().name();
      HandFailure failure = failing.get(name);
      if (failure != null) {
        throw failure;
      }
      acts.add(name);
      if (!silent.contains(name)) {
        there.remove(name);
      }
      if (lost.contains(name)) {
        throw new HandFailure(HandFailure.Kind.UNKNOWN, "the connection broke");
      }
      call();
    }

    @Override
    public boolean done(Step step) {
      call();
      return !there.contains(step.target().name());
    }

    @Override
    public void undo(Step step, String remembered) {
      call();
      if (stuck.contains(step.target().name())) {
        throw new HandFailure(HandFailure.Kind.REFUSED, "cannot be made again");
      }
      assertThat(remembered).contains(step.target().name());
      there.add(step.target().name());
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private static final class Notes implements StepLedger {
    private final Map<Integer, StepRecord> records = new TreeMap<>();

    @Override
    public List<StepRecord> begunOf(long proposal, String hash) {
      return List.copyOf(records.values());
    }

    @Override
    public void begun(long proposal, StepRecord step) {
      records.put(step.place(), step);
    }

    @Override
    public void ended(
        long proposal, String hash, int place, StepRecord.Outcome outcome, Optional<String> note) {
      StepRecord step = requireNonNull(records.get(place));
      records.put(
          place,
          new StepRecord(
              hash,
              place,
              step.step(),
              step.remembered(),
              outcome,
              step.beganAt(),
              Optional.of(NOW),
              note));
    }

    List<String> outcomes() {
      return records.values().stream().map(record -> record.outcome().word()).toList();
    }
  }

  private final World world = new World();
  private final Notes notes = new Notes();

  private static Step step(Stage stage, Action action, String name) {
    return new Step(
        stage,
        action,
        Subject.parse("nas1/things/" + name),
        new TreeMap<>(Map.of("id", "1", "name", name)));
  }

  private Proposal quarantine() {
    return running(
        Stage.QUARANTINE,
        step(Stage.QUARANTINE, Action.DELETE_NFS_SHARE, "a"),
        step(Stage.QUARANTINE, Action.DELETE_SMB_SHARE, "b"),
        step(Stage.QUARANTINE, Action.MARK_DATASET, "c"));
  }

  private Proposal destruction() {
    return running(
        Stage.DESTROY,
        step(Stage.DESTROY, Action.DESTROY_SNAPSHOT, "a"),
        step(Stage.DESTROY, Action.DESTROY_SNAPSHOT, "b"),
        step(Stage.DESTROY, Action.DESTROY_DATASET, "c"));
  }

  private Proposal running(Stage stage, Step... steps) {
    for (Step step : steps) {
      world.there.add(step.target().name());
    }
    world.there.add("another");
    Plan plan =
        new Plan(
            FindingCode.BACKEND_WITHOUT_VOLUME,
            Subject.parse("nas1/datasets/c"),
            List.of(steps),
            List.of(),
            Reclaim.NOTHING,
            Set.of());
    return new Proposal(
        7, plan, ProposalState.RUNNING, stage, NOW.minusSeconds(1), List.of(), Optional.empty());
  }

  private StageExecutor.Ending execute(Proposal proposal) {
    return new StageExecutor(
            (source, mark) -> world, notes, Clock.fixed(NOW, ZoneOffset.UTC), Progress.Watch.NOBODY)
        .execute(proposal);
  }

  @Test
  void everyStepIsDoneInOrderAndNothingElse() {
    StageExecutor.Ending ending = execute(quarantine());

    assertThat(ending.finished()).isTrue();
    assertThat(world.acts).containsExactly("a", "b", "c");
    assertThat(world.there).containsExactly("another");
    assertThat(notes.outcomes()).containsOnly("done");
  }

  @Test
  void killedAnywhereItGoesOnWhereItWas() {
    for (int at = 1; at < CALLS_OF_A_STAGE; at++) {
      StageExecutorTest fresh = new StageExecutorTest();
      Proposal proposal = fresh.destruction();
      fresh.world.killAt = at;
      boolean killed = false;
      try {
        fresh.execute(proposal);
      } catch (Killed expected) {
        killed = true;
      }
      fresh.world.killAt = Integer.MAX_VALUE;
      StageExecutor.Ending ending = fresh.execute(proposal);

      assertThat(ending.finished()).as("killed at call %d: %s", at, ending.words()).isTrue();
      assertThat(fresh.world.there).as("killed at call %d", at).containsExactly("another");
      assertThat(fresh.world.acts).as("killed at call %d", at).containsExactly("a", "b", "c");
      assertThat(killed).isEqualTo(at <= 18);
    }
  }

  @Test
  void whatWasApprovedAndIsAnotherNowIsLeftAlone() {
    Proposal proposal = quarantine();
    world.changed.put("b", "2");

    StageExecutor.Ending ending = execute(proposal);

    assertThat(ending.finished()).isFalse();
    assertThat(ending.undone()).isTrue();
    assertThat(ending.words()).contains("id=expected 1, seen 2", "what was done is taken back");
    assertThat(world.there).containsExactly("a", "another", "b", "c");
    assertThat(notes.outcomes()).containsExactly("undone");
  }

  @Test
  void whatIsInTheWayStopsIt() {
    Proposal proposal = destruction();
    world.obstacle = "c";

    StageExecutor.Ending ending = execute(proposal);

    assertThat(ending.finished()).isFalse();
    assertThat(ending.undone()).isFalse();
    assertThat(ending.words())
        .contains("in use", "done: destroy the snapshot nas1/things/a", "nas1/things/b");
    assertThat(world.there).containsExactly("another", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c"})
  void refusedStepTakesBackThoseBeforeIt(String name) {
    Proposal proposal = quarantine();
    world.failing.put(name, new HandFailure(HandFailure.Kind.REFUSED, "EBUSY"));

    StageExecutor.Ending ending = execute(proposal);

    assertThat(ending.undone()).isTrue();
    assertThat(ending.words()).contains("EBUSY");
    assertThat(world.there).containsExactly("a", "another", "b", "c");
  }

  @Test
  void saidAndNotDoneIsAFailure() {
    Proposal proposal = destruction();
    world.silent.add("b");

    StageExecutor.Ending ending = execute(proposal);

    assertThat(ending.finished()).isFalse();
    assertThat(ending.words()).contains("the system said that it did, and it did not");
    assertThat(world.there).contains("b", "c");
    assertThat(notes.outcomes()).containsExactly("done", "failed");
  }

  @Test
  void lostAnswerIsAskedForAndNotGuessed() {
    Proposal proposal = destruction();
    world.lost.add("a");
    assertThat(execute(proposal).finished()).isTrue();
    assertThat(world.acts).containsExactly("a", "b", "c");

    StageExecutorTest other = new StageExecutorTest();
    Proposal notDone = other.destruction();
    other.world.lost.add("a");
    other.world.silent.add("a");
    assertThat(other.execute(notDone).words()).contains("the connection broke");
    assertThat(other.world.there).contains("a", "b", "c");
  }

  @Test
  void whatCannotBeUndoneIsSaid() {
    Proposal proposal = quarantine();
    world.failing.put("c", new HandFailure(HandFailure.Kind.NOT_ALLOWED, "no right"));
    world.stuck.add("a");

    StageExecutor.Ending ending = execute(proposal);

    assertThat(ending.undone()).isFalse();
    assertThat(ending.words())
        .contains("no right", "delete the NFS share nas1/things/a", "could not be undone");
    assertThat(world.there).containsExactly("another", "b", "c");
  }

  @Test
  void goneBeforeItsTurnStopsIt() {
    Proposal proposal = destruction();
    world.there.remove("b");

    assertThat(execute(proposal).words()).contains("it is not there any more");
    assertThat(world.there).contains("c");
  }

  @Test
  void notesOfAnEarlierAttemptAreNotThoseOfThisOne() {
    Proposal proposal = quarantine();
    execute(proposal);
    world.there.addAll(List.of("a", "b", "c"));
    Proposal again =
        new Proposal(
            7,
            proposal.plan(),
            ProposalState.RUNNING,
            Stage.QUARANTINE,
            NOW.plusSeconds(60),
            List.of(),
            Optional.empty());
    StageExecutor later =
        new StageExecutor(
            (source, mark) -> world,
            notes,
            Clock.fixed(NOW.plusSeconds(61), ZoneOffset.UTC),
            Progress.Watch.NOBODY);

    assertThat(later.execute(again).finished()).isTrue();
    assertThat(world.there).containsExactly("another");
  }

  @Test
  void killingIsNoFailureThatIsTakenBack() {
    Proposal proposal = quarantine();
    world.killAt = 10;

    assertThatThrownBy(() -> execute(proposal)).isInstanceOf(Killed.class);
    assertThat(world.there).doesNotContain("a");
  }
}
