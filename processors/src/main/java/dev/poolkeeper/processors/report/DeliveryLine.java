package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.delivery.OutboxItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that was to be sent, as lists show it; the field names are a public contract.
 *
 * @param state waiting, sending, delivered, dead, unknown, superseded or skipped
 * @param reason why it is in that state; may be empty
 * @param reference what the receiver knows it by: of a mail its Message-ID; empty until it is made
 */
public record DeliveryLine(
    LocalDate night,
    String job,
    String channel,
    String recipient,
    int revision,
    String state,
    String reason,
    int attempts,
    Instant createdAt,
    Optional<Instant> attemptedAt,
    Optional<Instant> nextAttemptAt,
    Optional<Instant> closedAt,
    String verdict,
    String reference,
    String key) {

  public static DeliveryLine of(OutboxItem item) {
    return new DeliveryLine(
        item.night(),
        item.job(),
        item.channel(),
        item.recipient(),
        item.revision(),
        item.state().word(),
        item.reason(),
        item.attempts(),
        item.createdAt(),
        item.attemptedAt(),
        item.nextAttemptAt(),
        item.closedAt(),
        item.material(),
        item.reference(),
        item.key());
  }
}
