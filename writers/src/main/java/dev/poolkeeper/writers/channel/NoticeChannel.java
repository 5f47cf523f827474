package dev.poolkeeper.writers.channel;

import dev.poolkeeper.processors.delivery.Notice;

/** A channel that follows single matters from their beginning to their end. */
public interface NoticeChannel extends Channel {

  /**
   * What every try will send: the request itself, or all it takes to make the other side be as the
   * notice says. UTF-8 text, kept in the ledger until it is delivered, and shown by {@code
   * deliveries preview}: nothing secret in it. The same notice gives the same bytes.
   */
  byte[] make(Notice notice);
}
