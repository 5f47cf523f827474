package dev.poolkeeper.jobs.approval;

import java.util.Optional;

/** Where the ticket of a matter is. */
@FunctionalInterface
public interface TicketReferences {

  /**
   * What a channel said last.
   *
   * @param channel its name
   * @param topic {@code proposal:P-17}
   * @return empty when the channel was never told of it
   */
  Optional<String> of(String channel, String topic);
}
