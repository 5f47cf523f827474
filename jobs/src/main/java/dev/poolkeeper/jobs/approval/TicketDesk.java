package dev.poolkeeper.jobs.approval;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.writers.channel.DecidingChannel;

/**
 * A channel in whose tickets people decide.
 *
 * @param name of the channel
 */
public record TicketDesk(String name, DecidingChannel channel) {

  public TicketDesk {
    requireNonNull(name, "name");
    requireNonNull(channel, "channel");
  }
}
