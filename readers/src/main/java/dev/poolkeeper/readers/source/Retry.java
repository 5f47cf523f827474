package dev.poolkeeper.readers.source;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The one retry layer of all live sources: reads only, transient failures only, bounded, with a
 * growing and jittered pause, and never sooner than the source asked for.
 */
public final class Retry {

  private static final double GROWTH = 2.0;
  private static final double JITTER = 0.3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final io.github.resilience4j.retry.Retry retry;

  private final Duration longestPause;

  /**
   * @param attempts attempts in all, at least 1
   * @param firstPause pause after the first failure, doubled after each further one
   */
  public Retry(int attempts, Duration firstPause) {
    this(attempts, firstPause, LONGEST_PAUSE);
  }

  /**
   * @param longestPause no pause is longer, whatever the source asks for
   */
  public Retry(int attempts, Duration firstPause, Duration longestPause) {
    this.longestPause = longestPause;
    IntervalFunction pauses =
        IntervalFunction.ofExponentialRandomBackoff(firstPause, GROWTH, JITTER, longestPause);
    this.retry =
        io.github.resilience4j.retry.Retry.of(
            "live sources",
            RetryConfig.custom()
                .maxAttempts(attempts)
                .retryOnException(SourceUnavailable.class::isInstance)
                .intervalBiFunction((attempt, outcome) -> pause(pauses.apply(attempt), outcome))
                .build());
  }

  /**
   * Asks until it is answered, or not worth another attempt.
   *
   * @param again told the number of each attempt after the first, before it is made
   */
  public <T> T call(Supplier<T> question, IntConsumer again) {
    int[] attempts = {0};
    return retry.executeSupplier(
        () -> {
          if (++attempts[0] > 1) {
            again.accept(attempts[0]);
          }
          return question.get();
        });
  }

  private long pause(long millis, Either<Throwable, Object> outcome) {
    long asked =
        outcome.isLeft() && outcome.getLeft() instanceof SourceUnavailable unavailable
            ? unavailable.retryAfter().map(Duration::toMillis).orElse(0L)
            : 0L;
    return Math.max(millis, Math.min(asked, longestPause.toMillis()));
  }
}
