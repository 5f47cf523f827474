package dev.poolkeeper.processors.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Times that people read in a proposal's history. */
class ProposalTimesTest {

  @Test
  void endOfQuarantineIsToldToTheSecond() {
    Subject dataset = Subject.parse("nas1/datasets/tank/k8s/pvc-x");
    Step last = new Step(Stage.DESTROY, Action.DESTROY_DATASET, dataset, new TreeMap<>());
    Plan plan =
        new Plan(
            FindingCode.BACKEND_WITHOUT_VOLUME,
            dataset,
            List.of(last),
            List.of(),
            Reclaim.NOTHING,
            Set.of());

    Transition detected =
        new Review(ProposalPolicy.DEFAULT)
            .detected(plan, ApprovalMode.MANUAL, Instant.parse("2026-02-14T03:00:00.787318652Z"));

    assertThat(detected.events().get(0).note()).endsWith("until 2026-02-28T03:00:00Z");
  }
}
