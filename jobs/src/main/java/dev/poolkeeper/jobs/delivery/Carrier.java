package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Receipt;
import java.util.Optional;

/** Hands over what is in the outbox, one entry at a time. */
interface Carrier {

  /** What the log calls it. */
  String name();

  /** Says what is in the way of handing over anything; empty when nothing is known to be. */
  Optional<Outcome> ready();

  /** Whether something else has to be handed over before an entry. */
  boolean waits(OutboxItem item);

  /** Tries one entry once. */
  Receipt carry(OutboxItem item);
}
