package dev.poolkeeper.writers.ticket;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Receipt;

/**
 * Ends a conversation with a ticket system half-way; the receipt says how. Never leaves a channel.
 */
public final class TicketFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Receipt receipt;

  public TicketFailure(Receipt receipt) {
    super(receipt.outcome().said());
    this.receipt = receipt;
  }

  public TicketFailure(Outcome.Kind kind, String said) {
    this(Receipt.of(kind, said));
  }

  public Receipt receipt() {
    return receipt;
  }
}
