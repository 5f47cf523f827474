package dev.poolkeeper.writers.channel;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Outcome;

/**
 * One thing that was looked at before anything is sent.
 *
 * @param what in one or two words: {@code login}, {@code project OPS}
 * @param result how it went
 * @param seen what was seen, in words
 * @param next what to do; empty when there is nothing to do
 */
public record Probe(String what, Result result, String seen, String next) {

  /** How it went. */
  public enum Result {
    OK,
    /** Not known until something is sent. */
    NOT_TRIED,
    FAILED
  }

  public Probe {
    requireNonNull(what, "what");
    requireNonNull(result, "result");
    requireNonNull(seen, "seen");
    requireNonNull(next, "next");
  }

  public static Probe ok(String what, String seen) {
    return new Probe(what, Result.OK, seen, "");
  }

  public static Probe notTried(String what, String why) {
    return new Probe(what, Result.NOT_TRIED, why, "");
  }

  public static Probe failed(String what, String seen, String next) {
    return new Probe(what, Result.FAILED, seen, next);
  }

  /**
   * Of something that was sent.
   *
   * @param next what to do when it was not taken
   */
  public static Probe of(String what, Receipt receipt, String next) {
    return receipt.outcome().kind() == Outcome.Kind.DELIVERED
        ? ok(what, receipt.outcome().said())
        : failed(what, receipt.outcome().said(), next);
  }
}
