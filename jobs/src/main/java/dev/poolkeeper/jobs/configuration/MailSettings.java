package dev.poolkeeper.jobs.configuration;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.RetryPolicy;
import dev.poolkeeper.writers.mail.MailAddress;
import dev.poolkeeper.writers.mail.MailServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code poolkeeper.mail}.
 *
 * @param from who writes; its domain is also that of Message-IDs
 * @param subjectTag the word in the first brackets of subjects; empty: none
 * @param attach which files come with whole reports: {@code pdf}, {@code json}
 * @param attachLimitBytes of all files of a mail together
 * @param reportUrl where reports can be read, with {@code {date}} and {@code {job}} in it
 * @param retry when something is tried again
 */
public record MailSettings(
    MailServer server,
    MailAddress from,
    Optional<MailAddress> replyTo,
    String subjectTag,
    Set<String> attach,
    long attachLimitBytes,
    Optional<String> reportUrl,
    RetryPolicy retry,
    List<MailRecipient> recipients) {

  public MailSettings {
    requireNonNull(server, "server");
    requireNonNull(from, "from");
    requireNonNull(retry, "retry");
    attach = Set.copyOf(attach);
    recipients = List.copyOf(recipients);
  }

  /** Those who hear of a job. */
  public List<MailRecipient> of(String job) {
    return recipients.stream().filter(recipient -> recipient.jobs().contains(job)).toList();
  }

  /** The one with this address, if it still is one. */
  public Optional<MailRecipient> recipient(String address) {
    return recipients.stream().filter(recipient -> recipient.address().equals(address)).findFirst();
  }

  /** Where the report of a night can be read, when that was said. */
  public Optional<String> reportUrl(String job, LocalDate night) {
    return reportUrl.map(url -> url.replace("{date}", night.toString()).replace("{job}", job));
  }
}
