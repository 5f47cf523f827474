package dev.poolkeeper.jobs.configuration;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Audience;
import dev.poolkeeper.processors.delivery.SendWhen;
import java.util.Set;

/**
 * One entry of {@code poolkeeper.mail.recipients}, for one address.
 *
 * @param address to whom
 * @param name what they are called in the mail; may be empty
 * @param audience what of a night is theirs
 * @param jobs which jobs they hear of
 * @param heartbeatDays after how many days without a mail one comes all the same; 0: never
 */
public record MailRecipient(
    String address,
    String name,
    Audience audience,
    Set<String> jobs,
    SendWhen when,
    int heartbeatDays) {

  public MailRecipient {
    requireNonNull(address, "address");
    requireNonNull(name, "name");
    requireNonNull(audience, "audience");
    requireNonNull(when, "when");
    jobs = Set.copyOf(jobs);
  }

  /** In words, for the end of a mail. */
  public String words() {
    return "%s, %s%s"
        .formatted(
            audience.whole() ? "everything" : audience.match(),
            when.word(),
            heartbeatDays > 0 && when != SendWhen.ALWAYS
                ? ", at least every %d days".formatted(heartbeatDays)
                : "");
  }
}
