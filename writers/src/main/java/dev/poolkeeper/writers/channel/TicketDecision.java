package dev.poolkeeper.writers.channel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That somebody decided about a plan in its ticket.
 *
 * @param approved or refused
 * @param by whom the ledger shall name, {@code jira:ann@example.com}
 * @param at when, by the other side's clock
 * @param words what was done there, the same whenever it is read: {@code OPS-17 moved to Approved}
 */
public record TicketDecision(boolean approved, String by, Instant at, String words) {

  public TicketDecision {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    requireNonNull(words, "words");
  }
}
