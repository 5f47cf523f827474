package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.delivery.OutboxItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that was to be sent, as lists show it; the field names are a public contract.
 *
 * @param topic what it is about: the job whose report it is, the fingerprint of a finding
 * @param state waiting, sending, delivered, dead, unknown, superseded or skipped
 * @param reason why it is in that state; may be empty
 * @param reference what the receiver knows it by: of a mail its Message-ID, of a ticket its key;
 *     empty until it is known
 */
public record DeliveryLine(
    LocalDate night,
    String job,
    String channel,
    String recipient,
    String topic,
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
        item.topic(),
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
