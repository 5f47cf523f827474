package dev.poolkeeper.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Instant CREATED = Instant.parse("2026-02-11T02:00:00Z");
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(15), Duration.ofMinutes(6), Duration.ofDays(3), false);

  private static OutboxState after(RetryPolicy policy, Outcome.Kind kind, Duration age) {
    return policy.after(new Outcome(kind, OptionalInt.empty(), "said"), CREATED, CREATED.plus(age));
  }

  @Test
  void waitsDoubleAndNeverPassTheTimeOfARun() {
    List<Long> waits = new ArrayList<>();
    Duration waited = Duration.ZERO;
    for (int tries = 1; ; tries++) {
      Optional<Duration> wait = POLICY.nextWait(tries, waited);
      if (wait.isEmpty()) {
        break;
      }
      waits.add(wait.get().toSeconds());
      waited = waited.plus(wait.get());
    }
    assertThat(waits).containsExactly(15L, 30L, 60L, 120L, 135L);
  }

  @Test
  void withoutTimeForItARunTriesOnce() {
    assertThat(
            new RetryPolicy(Duration.ofSeconds(15), Duration.ZERO, Duration.ofDays(3), false)
                .nextWait(1, Duration.ZERO))
        .isEmpty();
  }

  @Test
  void whatIsDeferredWaitsUntilItIsTooOld() {
    assertThat(after(POLICY, Outcome.Kind.DEFERRED, Duration.ofHours(71)))
        .isEqualTo(OutboxState.WAITING);
    assertThat(after(POLICY, Outcome.Kind.DEFERRED, Duration.ofDays(3)))
        .isEqualTo(OutboxState.DEAD);
    assertThat(after(POLICY, Outcome.Kind.NOT_ALLOWED, Duration.ofMinutes(1)))
        .isEqualTo(OutboxState.WAITING);
    assertThat(after(POLICY, Outcome.Kind.REFUSED, Duration.ofMinutes(1)))
        .isEqualTo(OutboxState.DEAD);
  }

  @Test
  void whatMayHaveArrivedIsSentAgainOnDemandOnly() {
    RetryPolicy resending =
        new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ofDays(3), true);

    assertThat(after(POLICY, Outcome.Kind.UNKNOWN, Duration.ZERO)).isEqualTo(OutboxState.UNKNOWN);
    assertThat(after(resending, Outcome.Kind.UNKNOWN, Duration.ZERO))
        .isEqualTo(OutboxState.WAITING);
  }
}
