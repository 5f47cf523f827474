package dev.poolkeeper.processors.score;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.finding.FindingCode.CLAIM_UNUSED;
import static dev.poolkeeper.processors.finding.FindingCode.INVENTORY_INCOMPLETE;
import static dev.poolkeeper.processors.finding.FindingCode.POOL_UNHEALTHY;
import static dev.poolkeeper.processors.finding.FindingCode.SCRUB_OVERDUE;
import static dev.poolkeeper.processors.finding.FindingCode.TARGET_SHARED;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_STUCK_RELEASED;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_WITHOUT_BACKEND;
import static dev.poolkeeper.processors.support.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What findings take off the score of their source. */
class SourceScorerTest {

  private static final String DATASETS = "nas1/datasets/tank/pvc-";

  /** A cluster with so many volumes, a NAS with so many datasets. */
  private static Inventory estate(long volumes, long datasets) {
    return new Inventory(
        new Estate(InventoryBuilder.NIGHT, List.of("prod-a"), List.of("nas1"), Map.of()),
        List.of(
            rows("prod-a", ObjectKind.PERSISTENT_VOLUME, volumes),
            rows("prod-a", ObjectKind.POD, 5_000),
            rows("nas1", ObjectKind.DATASET, datasets),
            rows("nas1", ObjectKind.ZFS_SNAPSHOT, 90_000)),
        Stream.empty());
  }

  private static Capture rows(String source, ObjectKind kind, long rows) {
    return new Capture(source, kind, CaptureStatus.COMPLETE, rows, 1, List.of());
  }

  private static List<Finding> many(FindingCode code, String subject, int count) {
    return IntStream.range(0, count).mapToObj(i -> aFinding(code, subject + i).build()).toList();
  }

  private static List<Finding> all(Stream<List<Finding>> findings) {
    return findings.flatMap(List::stream).toList();
  }

  private static List<SourceScore> score(Inventory inventory, List<Finding> findings) {
    return new SourceScorer(Map.of()).score(inventory, findings);
  }

  private static int nas(long datasets, List<Finding> findings) {
    return score(estate(200, datasets), findings).get(1).points().orElseThrow();
  }

  @Test
  void everySourceIsScoredByItsOwnFindings() {
    List<SourceScore> scores =
        score(
            estate(200, 400),
            all(
                Stream.of(
                    many(VOLUME_WITHOUT_BACKEND, "prod-a/persistentvolumes/lost-", 1),
                    many(VOLUME_STUCK_RELEASED, "prod-a/persistentvolumes/stuck-", 6),
                    many(BACKEND_WITHOUT_VOLUME, DATASETS, 10),
                    many(POOL_UNHEALTHY, "nas1/pools/tank", 1),
                    many(SCRUB_OVERDUE, "nas1/pools/tank", 1))));

    assertThat(scores)
        .containsExactly(
            new SourceScore.Graded(
                "prod-a",
                Side.CLUSTER,
                200,
                89,
                List.of(
                    new ScoreCost(VOLUME_STUCK_RELEASED, Severity.WARNING, 6, 3.0),
                    new ScoreCost(VOLUME_WITHOUT_BACKEND, Severity.CRITICAL, 1, 2.5))),
            new SourceScore.Graded(
                "nas1",
                Side.NAS,
                400,
                73,
                List.of(
                    new ScoreCost(POOL_UNHEALTHY, Severity.CRITICAL, 1, 20.0),
                    new ScoreCost(SCRUB_OVERDUE, Severity.WARNING, 1, 4.0),
                    new ScoreCost(BACKEND_WITHOUT_VOLUME, Severity.WARNING, 10, 2.5))));
  }

  @Test
  void nothingIsTakenOffAnInnocentSource() {
    assertThat(score(estate(0, 0), List.of()))
        .extracting(score -> score.points().orElseThrow())
        .containsExactly(100, 100);
  }

  @Test
  void informationUnconfirmedExceptedAndResolvedCostNothing() {
    assertThat(
            nas(
                20,
                List.of(
                    aFinding(BACKEND_WITHOUT_VOLUME, DATASETS + 1).unconfirmed().build(),
                    aFinding(BACKEND_WITHOUT_VOLUME, DATASETS + 2)
                        .status(FindingStatus.EXCEPTED)
                        .build(),
                    aFinding(BACKEND_WITHOUT_VOLUME, DATASETS + 3)
                        .status(FindingStatus.RESOLVED)
                        .build(),
                    aFinding(CLAIM_UNUSED, "nas1/datasets/x").build(),
                    aFinding(INVENTORY_INCOMPLETE, "nas1").build())))
        .isEqualTo(100);
  }

  @Test
  void whatTakesNoPointsIsNoCost() {
    List<Finding> information = many(CLAIM_UNUSED, "prod-a/persistentvolumeclaims/media/idle-", 2);

    assertThat(score(estate(20, 20), information).get(0).costs()).isEmpty();
  }

  @Test
  void smallEstatesAreHeldAgainstTwenty() {
    assertThat(nas(3, many(BACKEND_WITHOUT_VOLUME, DATASETS, 1))).isEqualTo(95);
  }

  @Test
  void thirdsDoNotLoseAPointToRounding() {
    assertThat(nas(30, many(BACKEND_WITHOUT_VOLUME, DATASETS, 3))).isEqualTo(90);
  }

  @Test
  void poolIsAsBadBesideManyDatasets() {
    assertThat(nas(100_000, many(SCRUB_OVERDUE, "nas1/pools/tank", 2))).isEqualTo(92);
  }

  @Test
  void wrongDataIsNotDiluted() {
    assertThat(nas(100_000, many(TARGET_SHARED, DATASETS, 1))).isEqualTo(80);
  }

  @Test
  void nothingCriticalHasAnA() {
    SourceScore cluster =
        score(estate(100_000, 1), many(VOLUME_WITHOUT_BACKEND, "prod-a/persistentvolumes/lost-", 1))
            .get(0);
    assertThat(cluster.points()).hasValue(89);
    assertThat(((SourceScore.Graded) cluster).grade()).isEqualTo(Grade.B);
  }

  @Test
  void scoreNeverFallsBelowZero() {
    assertThat(nas(20, many(BACKEND_WITHOUT_VOLUME, DATASETS, 500))).isZero();
  }

  @Test
  void unjudgedSourceHasNoScoreAndSaysWhatIsKnown() {
    List<SourceScore> scores =
        new SourceScorer(Map.of("nas1", "nas1/snapshots: failed"))
            .score(estate(200, 400), many(SCRUB_OVERDUE, "nas1/pools/tank", 1));

    assertThat(scores.get(1))
        .isEqualTo(
            new SourceScore.Ungraded(
                "nas1",
                Side.NAS,
                400,
                "nas1/snapshots: failed",
                List.of(new ScoreCost(SCRUB_OVERDUE, Severity.WARNING, 1, 4.0))));
    assertThat(scores.get(1).points()).isEmpty();
    assertThat(scores.get(1).unjudged()).hasValue("nas1/snapshots: failed");
    assertThat(scores.get(0).points()).hasValue(100);
    assertThat(scores.get(0).unjudged()).isEmpty();
  }

  @Test
  void lettersBeginAtTheirLeastScore() {
    assertThat(IntStream.of(100, 90, 89, 80, 79, 70, 69, 60, 59, 0).mapToObj(Grade::of))
        .containsExactly(
            Grade.A, Grade.A, Grade.B, Grade.B, Grade.C, Grade.C, Grade.D, Grade.D, Grade.F,
            Grade.F);
  }
}
