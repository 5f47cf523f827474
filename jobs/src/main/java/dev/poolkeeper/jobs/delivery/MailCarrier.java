package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.mail.MailTransport;
import java.util.Optional;

/** Hands mails to the server. */
final class MailCarrier implements Carrier {

  private final MailTransport transport;
  private final OutboxReader outbox;

  MailCarrier(MailTransport transport, OutboxReader outbox) {
    this.transport = transport;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return MailIntents.CHANNEL;
  }

  @Override
  public Optional<Outcome> ready() {
    return transport.connect();
  }

  @Override
  public boolean waits(OutboxItem item) {
    return false;
  }

  @Override
  public Receipt carry(OutboxItem item) {
    return Receipt.of(transport.send(outbox.body(item.id()).orElseThrow(), item.recipient()));
  }
}
