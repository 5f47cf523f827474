package dev.poolkeeper.writers.channel;

/** A channel in whose tickets people approve cleanups, or refuse them. */
public interface DecidingChannel extends NoticeChannel {

  /** Whether its settings say how somebody decides there. */
  boolean decides();

  /**
   * Reads what people have decided. Changes nothing on the other side, and never throws for what it
   * does.
   *
   * @param reference the ticket, as a receipt said
   * @param planHash what a decision has to be for
   */
  TicketAnswer decisions(String reference, String planHash);

  /**
   * Tells a ticket something. The same key is told once, however often it is handed over.
   *
   * @param text plain text; nothing in it is markup
   */
  Receipt remark(String reference, String key, String text);
}
