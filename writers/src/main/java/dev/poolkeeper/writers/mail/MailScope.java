package dev.poolkeeper.writers.mail;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Audience;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;

/**
 * For whom a mail is, and what comes with it.
 *
 * @param name what the recipient is called in the configuration; may be empty
 * @param incomplete whether the night was not seen completely, whatever part of it is theirs
 * @param closing lines for the end of the mail
 */
public record MailScope(Audience audience, String name, boolean incomplete, List<String> closing) {

  public MailScope {
    requireNonNull(audience, "audience");
    requireNonNull(name, "name");
    closing = List.copyOf(closing);
  }

  /** Whose part it is; empty when it is all. */
  String words() {
    if (audience.whole()) {
      return "";
    }
    return VisibleText.of(name.isEmpty() ? audience.match().toString() : name);
  }
}
