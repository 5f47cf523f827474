package dev.poolkeeper.writers.mail;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A mail to one recipient, before it is put into its wire format.
 *
 * @param messageId with its angle brackets
 * @param references ids of the mails it follows, oldest first; it answers the last one
 * @param headers any other, by name
 * @param text complete on its own
 * @param html shows {@code pictures} by their Content-ID
 */
public record Letter(
    MailAddress from,
    Optional<MailAddress> replyTo,
    String to,
    String subject,
    String messageId,
    List<String> references,
    ZonedDateTime date,
    SortedMap<String, String> headers,
    String text,
    String html,
    List<Enclosure> pictures,
    List<Enclosure> files) {

  public Letter {
    references = List.copyOf(references);
    pictures = List.copyOf(pictures);
    files = List.copyOf(files);
  }
}
