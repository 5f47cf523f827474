package dev.poolkeeper.writers.channel;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one try ended.
 *
 * @param reference what the other side knows the topic by from now on: a ticket's key, a message's
 *     id; empty when it said none
 * @param url where a person can see it; empty when there is no such place
 * @param retryAfter how long the other side asked to be left alone
 */
public record Receipt(
    Outcome outcome,
    Optional<String> reference,
    Optional<String> url,
    Optional<Duration> retryAfter) {

  public Receipt {
    requireNonNull(outcome, "outcome");
    requireNonNull(reference, "reference");
    requireNonNull(url, "url");
    requireNonNull(retryAfter, "retryAfter");
  }

  /** Of an outcome and nothing more. */
  public static Receipt of(Outcome outcome) {
    return new Receipt(outcome, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** It arrived, and the other side knows it by this. */
  public static Receipt delivered(String said, String reference, Optional<String> url) {
    return new Receipt(
        new Outcome(Outcome.Kind.DELIVERED, OptionalInt.empty(), said),
        Optional.of(reference),
        url,
        Optional.empty());
  }

  /** Of a kind that needs no code of the other side, such as an answer that cannot be read. */
  public static Receipt of(Outcome.Kind kind, String said) {
    return of(new Outcome(kind, OptionalInt.empty(), said));
  }
}
