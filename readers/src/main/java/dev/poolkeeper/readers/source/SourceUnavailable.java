package dev.poolkeeper.readers.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The source is not there, too busy, or broke off. Worth another attempt. */
public final class SourceUnavailable extends SourceFailure {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  public SourceUnavailable(String where, String seen, String next, @Nullable Throwable cause) {
    this(where, seen, next, cause, null);
  }

  /**
   * @param retryAfter how long the source asked to wait
   */
  public SourceUnavailable(
      String where,
      String seen,
      String next,
      @Nullable Throwable cause,
      @Nullable Duration retryAfter) {
    super(where, seen, next, cause);
    this.retryAfter = retryAfter;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
