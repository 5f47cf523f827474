package dev.poolkeeper.processors.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * However long and odd the way, nothing runs without a valid approval. {@code -Dpoolkeeper.walks}
 * takes more ways than the build does.
 */
class ProposalModelTest {

  private static final int WALKS = Integer.getInteger("poolkeeper.walks", 600);
  private static final int STEPS = 120;

  private static List<ProposalEvent> walk(long seed) {
    ProposalWalk walk = new ProposalWalk(seed);
    walk.walk(STEPS);
    return walk.events;
  }

  @Test
  void everyWayGoesAsItsModelAndNeverActsUnapproved() {
    Set<String> seen = new HashSet<>();
    for (long seed = 1; seed <= WALKS; seed++) {
      for (ProposalEvent event : walk(seed)) {
        seen.add(event.from() + " " + event.to() + " " + event.stage());
      }
    }

    // what is worth proving was met at all
    assertThat(seen)
        .contains(
            "APPROVED RUNNING QUARANTINE",
            "APPROVED RUNNING DESTROY",
            "RUNNING QUARANTINED QUARANTINE",
            "QUARANTINED WAITING DESTROY",
            "QUARANTINED APPROVED DESTROY",
            "QUARANTINED WAITING QUARANTINE",
            "RUNNING DONE DESTROY",
            "RUNNING FAILED QUARANTINE",
            "RUNNING ROLLED_BACK QUARANTINE",
            "FAILED BLOCKED QUARANTINE",
            "FAILED WAITING DESTROY",
            "APPROVED WAITING QUARANTINE",
            "APPROVED QUARANTINED DESTROY",
            "REJECTED APPROVED QUARANTINE",
            "REJECTED WAITING QUARANTINE",
            "REJECTED RESTORED DESTROY",
            "QUARANTINED RESTORED QUARANTINE",
            "RESTORED WITHDRAWN QUARANTINE",
            "WITHDRAWN RESTORED DESTROY",
            "DONE RESTORED QUARANTINE")
        .doesNotContain("DONE RESTORED DESTROY");
  }

  @Test
  void sameWayLeadsToTheSameEnd() {
    List<List<ProposalEvent>> once = new ArrayList<>();
    List<List<ProposalEvent>> again = new ArrayList<>();
    for (long seed = 1; seed <= 20; seed++) {
      once.add(walk(seed));
      again.add(walk(seed));
    }

    assertThat(again).isEqualTo(once);
  }
}
