package dev.poolkeeper.writers.mail;

import java.util.List;

/**
 * What a mail says, in both forms.
 *
 * @param pictures those that {@code html} shows
 */
public record MailContent(String subject, String text, String html, List<Enclosure> pictures) {

  public MailContent {
    pictures = List.copyOf(pictures);
  }
}
