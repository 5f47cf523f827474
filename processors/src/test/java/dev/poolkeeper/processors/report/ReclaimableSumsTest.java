package dev.poolkeeper.processors.report;

import static dev.poolkeeper.processors.support.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.report.Reclaimable.Blocker;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be freed, what stands in the way, and what it costs. */
class ReclaimableSumsTest {

  private static final FindingCode ORPHAN = FindingCode.BACKEND_WITHOUT_VOLUME;

  private static Finding orphan(String name, OptionalLong frees, String... evidence) {
    Finding built = aFinding(ORPHAN, "nas1/datasets/" + name).build();
    return new Finding(
        built.code(),
        built.subject(),
        built.status(),
        built.severity(),
        true,
        built.firstSeenAt(),
        built.lastSeenAt(),
        built.nights(),
        frees,
        List.of(evidence),
        Optional.empty(),
        Optional.empty());
  }

  private static Reclaimable sums(Finding... findings) {
    return ReclaimableSums.of(List.of(findings), Optional.empty());
  }

  @Test
  void whatNothingStandsInTheWayOfIsEligible() {
    Reclaimable space =
        sums(
            orphan("free", OptionalLong.of(100), "carries a mark"),
            orphan("held", OptionalLong.empty(), "blocked by a hold on its snapshot @a"),
            orphan(
                "sent",
                OptionalLong.of(7),
                "blocked by nas1/replication-tasks/1 (x), which sends it"));

    assertThat(space.confirmedBytes()).isEqualTo(107);
    assertThat(space.eligibleBytes()).isEqualTo(100);
    assertThat(space.blockedBytes()).isEqualTo(7);
    assertThat(space.blockers())
        .containsExactly(new Blocker("hold", 1, 0, 1), new Blocker("task", 1, 7, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          its snapshot @a is the origin of tank/b: space shared with a clone is not freed | clone
          tank/b is a clone of it                                                        | clone
          blocked by a hold                                                              | hold
          blocked by a task that is for it alone: nas1/snapshot-tasks/4                  | task
          blocked by the NFSv3 mount table, which may be stale: client 10.0.0.1          | client
          blocked by a person: it is shared by hand                                      | person
          blocked by the moon                                                            | other
          """)
  void theWayIsNamedByWhatTheEvidenceSays(String evidence, String word) {
    assertThat(Blocking.of(orphan("a", OptionalLong.of(1), evidence)).map(Blocking::word))
        .hasValue(word);
  }

  @Test
  void aHoldGoesBeforeAllElseAndAFindingCountsOnce() {
    Reclaimable space =
        sums(
            orphan(
                "a",
                OptionalLong.of(5),
                "blocked by the NFSv3 mount table, which may be stale: client 10.0.0.1",
                "tank/b is a clone of it",
                "blocked by a hold on its snapshot @a"));

    assertThat(space.blockers()).containsExactly(new Blocker("hold", 1, 5, 0));
  }

  @Test
  void aCauseCanStandInTheWay() {
    Finding plain = orphan("a", OptionalLong.of(5));
    Finding blocked =
        new Finding(
            plain.code(),
            plain.subject(),
            plain.status(),
            plain.severity(),
            true,
            plain.firstSeenAt(),
            plain.lastSeenAt(),
            plain.nights(),
            plain.reclaimableBytes(),
            List.of(),
            Optional.empty(),
            Optional.of(new ProbableCause(Cause.FOREIGN_SNAPSHOT_BLOCKS, "it has @auto-1")));

    assertThat(sums(blocked).blockers())
        .containsExactly(new Blocker("snapshot-of-others", 1, 5, 0));
  }

  @Test
  void whatIsNotYetBelievedIsNeitherEligibleNorBlocked() {
    Finding waiting =
        aFinding(ORPHAN, "nas1/datasets/w")
            .frees(9)
            .unconfirmed()
            .status(FindingStatus.NEW)
            .build();

    Reclaimable space = sums(waiting);

    assertThat(space.waitingBytes()).isEqualTo(9);
    assertThat(space.eligibleBytes()).isZero();
    assertThat(space.blockers()).isEmpty();
  }

  @Test
  void moneyIsTheSpaceAtThePriceOfTheNight() {
    SpacePrice price =
        SpacePrice.of(Map.of("report.price-per-tib-month", "12.50", "report.currency", "CHF"))
            .orElseThrow();

    assertThat(price.currency()).isEqualTo("CHF");
    assertThat(price.perMonth(1L << 40)).isEqualByComparingTo("12.50");
    assertThat(price.perMonth(412L << 30)).isEqualByComparingTo("5.03");
    assertThat(price.perMonth(10_240L << 40)).isEqualByComparingTo("128000");
    assertThat(price.perMonth(0)).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(SpacePrice.of(Map.of())).isEmpty();
  }
}
