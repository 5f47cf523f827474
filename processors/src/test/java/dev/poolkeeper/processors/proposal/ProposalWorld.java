package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Small plans, told apart by numbers in what they expect. */
final class ProposalWorld {

  static final Instant START = Instant.parse("2026-02-11T02:00:00Z");

  private static final Subject DATASET = Subject.parse("nas1/datasets/tank/k8s/pvc-x");
  private static final Subject SHARE = Subject.parse("nas1/nfs-shares/mnt/tank/k8s/pvc-x");
  private static final Subject SNAPSHOT = Subject.parse("nas1/snapshots/tank/k8s/pvc-x@a");

  /** What a plan is about. */
  enum Kind {
    /** Waits in quarantine for its end. */
    DATASET,
    /** Has no quarantine. */
    SNAPSHOT,
    /** Has nothing else. */
    SHARE
  }

  /**
   * What is seen of the world.
   *
   * @param access which share leads to it, 0: none
   * @param data which data they are
   */
  record Seen(Kind kind, int access, int data, boolean blocked) {

    Stage stage() {
      return kind == Kind.SHARE || (kind == Kind.DATASET && access > 0)
          ? Stage.QUARANTINE
          : Stage.DESTROY;
    }

    /** What an approval of a stage is for. */
    String key(Stage at) {
      return at + " " + (at == Stage.QUARANTINE ? access : data);
    }

    Plan plan() {
      List<Step> steps = new ArrayList<>();
      if (stage() == Stage.QUARANTINE) {
        steps.add(step(Stage.QUARANTINE, Action.DELETE_NFS_SHARE, SHARE, access));
      }
      if (kind == Kind.DATASET) {
        steps.add(step(Stage.DESTROY, Action.DESTROY_DATASET, DATASET, data));
      }
      if (kind == Kind.SNAPSHOT) {
        steps.add(step(Stage.DESTROY, Action.DESTROY_SNAPSHOT, SNAPSHOT, data));
      }
      List<Blocker> blockers =
          blocked ? List.of(Blocker.of(Blocker.Kind.HOLD, DATASET, "a hold keeps it")) : List.of();
      return new Plan(
          FindingCode.BACKEND_WITHOUT_VOLUME,
          DATASET,
          steps,
          blockers,
          Reclaim.exactly(100),
          Set.of());
    }
  }

  private ProposalWorld() {}

  private static Step step(Stage stage, Action action, Subject target, int number) {
    return new Step(
        stage, action, target, new TreeMap<>(Map.of(Expectation.ID, Integer.toString(number))));
  }

  /** A dataset that a share leads to. */
  static Plan plan(int number) {
    return new Seen(Kind.DATASET, number, 1, false).plan();
  }

  /** The same that frees so much. */
  static Plan plan(int number, Reclaim reclaim) {
    Plan plan = plan(number);
    return new Plan(
        plan.code(), plan.subject(), plan.steps(), plan.blockers(), reclaim, plan.turnover());
  }

  /** The same with a hold. */
  static Plan blocked(int number) {
    return new Seen(Kind.DATASET, number, 1, true).plan();
  }

  /** A dataset that nothing leads to. */
  static Plan outOfReach() {
    return new Seen(Kind.DATASET, 0, 1, false).plan();
  }
}
