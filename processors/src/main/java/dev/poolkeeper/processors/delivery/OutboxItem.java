package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of the outbox.
 *
 * @param revision from 1, for the same night told again
 * @param run the run that wanted it; empty when the ledger no longer has it
 * @param material what makes it worth telling again
 * @param reason why it is in its state; may be empty
 * @param reference what the receiver knows it by; empty until it is made
 * @param attempts how often it was tried
 */
public record OutboxItem(
    long id,
    String key,
    String channel,
    String recipient,
    String topic,
    String job,
    LocalDate night,
    int revision,
    OptionalLong run,
    String material,
    OutboxState state,
    String reason,
    String reference,
    int attempts,
    Instant createdAt,
    Optional<Instant> attemptedAt,
    Optional<Instant> nextAttemptAt,
    Optional<Instant> closedAt) {

  public OutboxItem {
    requireNonNull(key, "key");
    requireNonNull(state, "state");
  }

  /** Whether somebody who should have been told was not, as far as is known. */
  public boolean undelivered() {
    return state.failed() || (state.open() && attempts > 0);
  }
}
