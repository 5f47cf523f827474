package dev.poolkeeper.processors.protection;

import static dev.poolkeeper.processors.protection.ProtectedEstate.daysAgo;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationRun;
import dev.poolkeeper.processors.judge.ClaimProtections;
import dev.poolkeeper.processors.orphan.Night;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every estate. */
class ProtectionPropertiesTest {

  private static final int ESTATES = 400;
  private static final List<String> CLAIMS = List.of("a", "b", "c", "d");
  private static final List<ProtectionPolicy> POLICIES =
      List.of(
          ProtectionPolicy.DEFAULT,
          new ProtectionPolicy(
              List.of(
                  new ProtectionRule(
                      SubjectMatch.ALL, Limit.parse("3d"), Limit.parse("5d"), Optional.empty()))));

  private static Instant someTime(Random random) {
    return NIGHT.minus(Duration.ofHours(random.nextInt(24 * 20)));
  }

  private static ProtectedEstate estate(Random random) {
    ProtectedEstate estate = ProtectedEstate.of(CLAIMS.toArray(String[]::new));
    if (random.nextBoolean()) {
      estate.task(random.nextBoolean());
    }
    if (random.nextBoolean()) {
      String state = random.nextBoolean() ? "FINISHED" : "ERROR";
      estate.pushes(
          random.nextBoolean(),
          Optional.of(new ReplicationRun(state, Optional.of(someTime(random)), Optional.empty())),
          random.nextBoolean() ? "backup/k8s" : "offsite/k8s");
    }
    for (String claim : CLAIMS) {
      for (int snapshot = random.nextInt(3); snapshot > 0; snapshot--) {
        Instant at = someTime(random);
        estate.snapshot(claim, "s-" + snapshot, at);
        if (random.nextInt(4) == 0) {
          estate.replica(claim, "s-" + snapshot, random.nextBoolean() ? at : someTime(random));
          break;
        }
      }
    }
    return estate;
  }

  private static Map<String, Protection> verdicts(ProtectedEstate estate, ProtectionPolicy policy) {
    Map<String, Protection> verdicts = new HashMap<>();
    estate.judged(policy).forEach(claim -> verdicts.put(claim.claim().toString(), claim.verdict()));
    return verdicts;
  }

  @Test
  void oneMoreSnapshotNeverMakesAClaimLessProtected() {
    for (int seed = 0; seed < ESTATES; seed++) {
      Random random = new Random(seed);
      ProtectedEstate estate = estate(random);
      ProtectionPolicy policy = POLICIES.get(seed % POLICIES.size());
      Map<String, Protection> before = verdicts(estate, policy);
      estate.snapshot(CLAIMS.get(random.nextInt(4)), "one-more", someTime(random));

      verdicts(estate, policy)
          .forEach(
              (claim, after) ->
                  assertThat(after).as("%s", claim).isLessThanOrEqualTo(before.get(claim)));
    }
  }

  @Test
  void orderOfTheListsDoesNotMatter() {
    for (int seed = 0; seed < ESTATES; seed++) {
      ProtectedEstate estate = estate(new Random(seed));
      Night night = ProtectedEstate.night(estate.inventory().build());
      Night shuffled = ProtectedEstate.night(estate.inventory().shuffled(seed));
      List<ClaimProtection> claims = ClaimProtections.of(night, ProtectionPolicy.DEFAULT);

      assertThat(ClaimProtections.of(shuffled, ProtectionPolicy.DEFAULT)).isEqualTo(claims);
      assertThat(ClaimUnprotected.find(shuffled, claims))
          .isEqualTo(ClaimUnprotected.find(night, claims));
    }
  }

  @Test
  void noListThatIsIncompleteAccusesAnybody() {
    List<ObjectKind> kinds =
        List.of(
            ObjectKind.ZFS_SNAPSHOT,
            ObjectKind.DATASET,
            ObjectKind.REPLICATION_TASK,
            ObjectKind.POOL,
            ObjectKind.NAS_SYSTEM);
    for (int seed = 0; seed < ESTATES; seed++) {
      Random random = new Random(seed);
      ProtectedEstate estate = estate(random);
      CaptureStatus status =
          List.of(CaptureStatus.PARTIAL, CaptureStatus.FAILED, CaptureStatus.NOT_READ)
              .get(random.nextInt(3));
      estate
          .inventory()
          .read(random.nextBoolean() ? "nas1" : "nas2", kinds.get(random.nextInt(5)), status);

      assertThat(estate.verdicts(POLICIES.get(seed % 2)))
          .noneMatch(verdict -> verdict instanceof Candidate);
      assertThat(estate.judged()).noneMatch(claim -> claim.verdict().bad());
    }
  }

  @Test
  void everyClaimIsInExactlyOneFindingOrNone() {
    for (int seed = 0; seed < ESTATES; seed++) {
      ProtectedEstate estate = estate(new Random(seed)).claim("shop", "e");
      estate.snapshot("a", "fresh", daysAgo(1));

      assertThat(estate.verdicts(POLICIES.get(1)))
          .extracting(verdict -> verdict.subject())
          .doesNotHaveDuplicates();
    }
  }
}
