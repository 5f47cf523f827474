package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.jobs.configuration.MailSettings;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.writers.mail.Enclosure;
import dev.poolkeeper.writers.mail.Letter;
import dev.poolkeeper.writers.mail.MailContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The heads of a mail. Its Message-ID is the same for the same night, recipient and revision, so
 * that a receiver can drop what it has already; all mails of one job to one recipient are a thread.
 */
final class Envelope {

  private static final int HASH = 12;

  private final MailSettings settings;
  private final boolean demo;
  private final String version;

  Envelope(MailSettings settings, boolean demo, String version) {
    this.settings = settings;
    this.demo = demo;
    this.version = version;
  }

  /**
   * @param before the mail before it to the same recipient, by its Message-ID
   */
  Letter letter(
      OutboxItem item,
      MailRecipient recipient,
      MailContent content,
      List<Enclosure> files,
      Optional<String> before,
      ZonedDateTime now) {
    return new Letter(
        settings.from(),
        settings.replyTo(),
        recipient.address(),
        content.subject(),
        messageId(item),
        Stream.concat(Stream.of(thread(item)), before.stream()).toList(),
        now,
        headers(item, recipient),
        content.text(),
        content.html(),
        content.pictures(),
        files);
  }

  String messageId(OutboxItem item) {
    return "<%s%s.%s.r%d.%s@%s>"
        .formatted(
            prefix(),
            item.job(),
            item.night(),
            item.revision(),
            hash(item.recipient()),
            settings.from().domain());
  }

  /** No mail has it; all of a series refer to it. */
  private String thread(OutboxItem item) {
    return "<%sseries.%s.%s@%s>"
        .formatted(prefix(), item.topic(), hash(item.recipient()), settings.from().domain());
  }

  private String prefix() {
    return demo ? "demo." : "";
  }

  private SortedMap<String, String> headers(OutboxItem item, MailRecipient recipient) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("Auto-Submitted", "auto-generated");
    headers.put("X-Auto-Response-Suppress", "All");
    headers.put(
        "List-Id",
        "poolkeeper %s <%s.poolkeeper.%s>"
            .formatted(item.job(), item.job(), settings.from().domain()));
    headers.put("X-Mailer", "poolkeeper " + version);
    headers.put("X-Poolkeeper-Job", item.job());
    headers.put("X-Poolkeeper-Night", item.night().toString());
    headers.put("X-Poolkeeper-Verdict", item.material());
    headers.put("X-Poolkeeper-Scope", recipient.audience().whole() ? "all" : "part");
    headers.put("X-Poolkeeper-Revision", Integer.toString(item.revision()));
    item.run().ifPresent(run -> headers.put("X-Poolkeeper-Run", Long.toString(run)));
    if (demo) {
      headers.put("X-Poolkeeper-Demo", "true");
    }
    if (item.material().equals(NightVerdict.CRITICAL.name())) {
      headers.put("X-Priority", "1");
    }
    return headers;
  }

  /** An address has no place in an id that every server on the way writes to its log. */
  private static String hash(String recipient) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
