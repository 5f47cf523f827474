package dev.poolkeeper.writers.http;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Outcome;
import java.time.Duration;
import java.util.Optional;

/** What came back of a request. */
public sealed interface HttpReply {

  /**
   * An answer, whatever it says.
   *
   * @param body at most {@link HttpCaller#LONGEST_BODY} bytes of it
   * @param retryAfter how long it asks to be left alone
   * @param location of what was made
   */
  record Answer(int status, String body, Optional<Duration> retryAfter, Optional<String> location)
      implements HttpReply {

    public Answer {
      requireNonNull(body, "body");
      requireNonNull(retryAfter, "retryAfter");
      requireNonNull(location, "location");
    }

    public boolean good() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * None.
   *
   * @param outcome {@code UNREACHABLE}, {@code NOT_ALLOWED} or {@code DEFERRED} when nothing came
   *     of it, {@code UNKNOWN} when something may have
   */
  record NoAnswer(Outcome outcome) implements HttpReply {

    public NoAnswer {
      requireNonNull(outcome, "outcome");
    }
  }
}
