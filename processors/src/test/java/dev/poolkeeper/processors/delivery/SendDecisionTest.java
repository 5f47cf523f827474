package dev.poolkeeper.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.SendDecision.Last;
import dev.poolkeeper.processors.delivery.SendDecision.Tonight;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendDecisionTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);

  /**
   * when, days of the heartbeat, days since the last mail (none: -), its verdict, changed, asks.
   */
  @ParameterizedTest
  @CsvSource({
    "ALWAYS,      0, 1, OK,        OK,        false, false, true",
    "ON_CHANGE,   7, 1, OK,        OK,        false, false, false",
    "ON_CHANGE,   7, 1, OK,        OK,        true,  false, true",
    "ON_CHANGE,   7, 1, OK,        ATTENTION, false, true,  true",
    "ON_CHANGE,   7, 6, OK,        OK,        false, false, false",
    "ON_CHANGE,   7, 7, OK,        OK,        false, false, true",
    "ON_CHANGE,   0, 90, OK,       OK,        false, false, false",
    "ON_CHANGE,   0, -, '',        OK,        false, false, true",
    "ON_PROBLEMS, 0, 1, OK,        CRITICAL,  false, true,  true",
    "ON_PROBLEMS, 0, 1, CRITICAL,  CRITICAL,  false, true,  true",
    "ON_PROBLEMS, 0, 1, OK,        OK,        true,  false, false",
    "ON_PROBLEMS, 0, 1, CRITICAL,  OK,        true,  false, true",
    "ON_PROBLEMS, 0, -, '',        OK,        true,  false, false",
    "ON_PROBLEMS, 7, -, '',        OK,        true,  false, true",
  })
  void saysWhetherAMailIsWorthIt(
      SendWhen when,
      int heartbeat,
      String ago,
      String before,
      String verdict,
      boolean changed,
      boolean asks,
      boolean sent) {
    Optional<Last> last =
        ago.equals("-")
            ? Optional.empty()
            : Optional.of(new Last(NIGHT.minusDays(Integer.parseInt(ago)), before));

    SendDecision decision =
        SendDecision.of(when, heartbeat, last, new Tonight(NIGHT, verdict, changed, asks));

    assertThat(decision.send()).isEqualTo(sent);
    assertThat(decision.skipped().isPresent()).isEqualTo(!sent);
  }
}
