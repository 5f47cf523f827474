package dev.poolkeeper.writers.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Reclaim;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.processors.proposal.StepRecord;
import dev.poolkeeper.processors.report.ProposalLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A proposal with snapshots of a periodic task, one of a person, and a namespace. */
class ProposalViewTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Subject DATASET = Subject.of("nas1", ObjectKind.DATASET, "tank/a");

  private static Step step(Stage stage, Action action, Subject target, String fact, String value) {
    TreeMap<String, String> expected = new TreeMap<>();
    expected.put(fact, value);
    return new Step(stage, action, target, expected);
  }

  private static Step destroy(String snapshot) {
    return step(
        Stage.DESTROY,
        Action.DESTROY_SNAPSHOT,
        Subject.of("nas1", ObjectKind.ZFS_SNAPSHOT, "tank/a@" + snapshot),
        Expectation.CREATE_TXG,
        "1");
  }

  private static List<Step> daily(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> destroy("auto-" + n)).toList();
  }

  private static ProposalOnFile proposal(int tasks) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        step(
            Stage.QUARANTINE,
            Action.DELETE_NVME_NAMESPACE,
            Subject.of("nas1", ObjectKind.NVME_NAMESPACE, "7"),
            Expectation.NQN,
            "nqn.2011-06.com.truenas:a"));
    List<Step> passing = new ArrayList<>(daily(1, tasks));
    steps.addAll(passing);
    steps.add(destroy("by-hand"));
    steps.addAll(daily(91, 92));
    passing.addAll(daily(91, 92));
    steps.add(step(Stage.DESTROY, Action.DESTROY_DATASET, DATASET, Expectation.TYPE, "volume"));
    Set<Subject> turnover = passing.stream().map(Step::target).collect(Collectors.toSet());
    Plan plan =
        new Plan(
            FindingCode.BACKEND_WITHOUT_VOLUME,
            DATASET,
            steps,
            List.of(),
            Reclaim.exactly(1),
            turnover);
    return new ProposalOnFile(
        new Proposal(
            3, plan, ProposalState.WAITING, Stage.QUARANTINE, NOW, List.of(), Optional.empty()),
        ApprovalMode.MANUAL,
        1);
  }

  private static String view(ProposalOnFile proposal, List<StepRecord> begun) {
    return String.join(
        "\n", ProposalView.lines(proposal, List.of(), begun, Optional.empty(), NOW, 100));
  }

  @Test
  void snapshotsThatComeAndGoAreToldInOne() {
    assertThat(view(proposal(40), List.of()))
        .contains(
            "   1. to 40. destroy 40 snapshots that periodic tasks have made:"
                + " nas1/snapshots/tank/a@auto-1 to",
            "@auto-40",
            "  41. destroy the snapshot nas1/snapshots/tank/a@by-hand",
            "  42. destroy the snapshot nas1/snapshots/tank/a@auto-91",
            "  43. destroy the snapshot nas1/snapshots/tank/a@auto-92",
            "  44. destroy the dataset nas1/datasets/tank/a")
        .doesNotContain("@auto-2\n", "@auto-39");
  }

  @Test
  void twoAreToldOneByOne() {
    assertThat(view(proposal(2), List.of())).contains("1. destroy the snapshot", "@auto-2");
  }

  @Test
  void whereSomeAreDoneTheOthersAreToldApart() {
    List<StepRecord> begun =
        daily(1, 10).stream()
            .map(
                step ->
                    new StepRecord(
                        "ab".repeat(32),
                        1,
                        step,
                        "{}",
                        StepRecord.Outcome.DONE,
                        NOW,
                        Optional.of(NOW),
                        Optional.empty()))
            .toList();

    assertThat(view(proposal(40), begun))
        .contains("1. to 10. destroy 10 snapshots [done]", "11. to 40. destroy 30 snapshots that");
  }

  @Test
  void dataHaveEveryStep() {
    assertThat(ProposalLine.of(proposal(40), Optional.empty(), NOW).steps())
        .hasSize(45)
        .contains("destroy: destroy the snapshot nas1/snapshots/tank/a@auto-39");
  }

  @Test
  void whatStaysIsSaid() {
    assertThat(view(proposal(2), List.of()))
        .contains("stays: the subsystem nqn.2011-06.com.truenas:a, its ports and hosts");
  }
}
