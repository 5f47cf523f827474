package dev.poolkeeper.processors.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.poolkeeper.processors.proposal.Destruction.Band;
import dev.poolkeeper.processors.proposal.ReclaimOutcome.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of 100 bytes on a pool that used 1,000 before. */
class ReclaimOutcomeTest {

  private static final LocalDate BEFORE = LocalDate.parse("2026-03-01");

  private static Destruction destruction(
      long number, OptionalLong after, Optional<Band> expected, Reclaim estimated) {
    return new Destruction(
        number,
        estimated,
        Instant.parse("2026-03-01T12:00:00Z"),
        Optional.of("nas1/pools/tank"),
        Optional.of(BEFORE),
        BEFORE.plusDays(1),
        OptionalLong.of(1000),
        after,
        expected);
  }

  private static ReclaimOutcome judged(long after, Band expected, Reclaim estimated) {
    return ReclaimOutcome.of(
            List.of(destruction(1, OptionalLong.of(after), Optional.of(expected), estimated)))
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "905, 1000, 1010, AS_ESTIMATED", // 95 to 105
    "900, 1000, 1000, AS_ESTIMATED",
    "1000, 1090, 1110, AS_ESTIMATED", // it grew by as much as was freed
    "901, 1000, 1000, LESS",
    "1000, 1000, 1010, LESS",
    "1100, 1000, 1010, LESS",
    "899, 1000, 1000, MORE",
    "800, 990, 1010, MORE",
    "905, 900, 1100, UNKNOWN", // -5 to 195: nothing, or twice as much
    "950, 950, 1100, UNKNOWN"
  })
  void estimateIsHeldAgainstTheGapToTheForecast(long after, long low, long high, Verdict verdict) {
    ReclaimOutcome outcome = judged(after, new Band(low, high), Reclaim.exactly(100));

    assertThat(outcome.verdict()).as(outcome.reason()).isEqualTo(verdict);
    assertThat(outcome.freedAtLeast()).hasValue(low - after);
    assertThat(outcome.freedAtMost()).hasValue(high - after);
  }

  @Test
  void betweenItsBoundsAnEstimateHolds() {
    Reclaim bounds = new Reclaim(OptionalLong.of(50), OptionalLong.of(200));

    assertThat(judged(870, new Band(1000, 1010), bounds).verdict()).isEqualTo(Verdict.AS_ESTIMATED);
    assertThat(judged(960, new Band(1000, 1009), bounds).verdict()).isEqualTo(Verdict.LESS);
  }

  @Test
  void ofProposalsOfOnePoolTheSumIsJudged() {
    Optional<Band> flat = Optional.of(new Band(1000, 1000));
    Destruction one = destruction(1, OptionalLong.of(700), flat, Reclaim.exactly(100));
    Destruction two = destruction(2, OptionalLong.of(700), flat, Reclaim.exactly(200));

    assertThat(ReclaimOutcome.of(List.of(one, two)))
        .extracting(ReclaimOutcome::together, ReclaimOutcome::verdict)
        .containsOnly(tuple(2, Verdict.AS_ESTIMATED));
    assertThat(ReclaimOutcome.of(List.of(one)).get(0).verdict()).isEqualTo(Verdict.MORE);
  }

  @Test
  void whatWasNotReadOrForecastIsUnknownAndSaysSo() {
    Reclaim estimated = Reclaim.exactly(100);
    Optional<Band> flat = Optional.of(new Band(1000, 1000));

    assertThat(
            ReclaimOutcome.of(
                List.of(
                    destruction(1, OptionalLong.empty(), flat, estimated),
                    destruction(2, OptionalLong.of(900), Optional.empty(), estimated),
                    destruction(3, OptionalLong.of(900), flat, Reclaim.UNKNOWN))))
        .allMatch(outcome -> outcome.verdict() == Verdict.UNKNOWN);
    assertThat(
            ReclaimOutcome.of(
                    List.of(destruction(2, OptionalLong.of(900), Optional.empty(), estimated)))
                .get(0)
                .reason())
        .isEqualTo(
            "what is used in the pool fell by 100 B from 2026-03-01 to 2026-03-02; nothing was"
                + " forecast of the pool, so what others wrote or deleted is not known");
  }
}
