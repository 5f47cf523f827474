package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.jobs.configuration.MailSettings;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.writers.mail.Letter;
import dev.poolkeeper.writers.mail.MailServer;
import dev.poolkeeper.writers.mail.MailTransport;
import dev.poolkeeper.writers.mail.WireFormat;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Tries the mail server: connection, TLS and login; and a small mail, if that is asked for. */
public final class MailChecks {

  private static final String SUBJECT = "mail";

  private final MailSettings settings;
  private final Clock clock;

  public MailChecks(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param sendTest whether every recipient gets a mail that says what it is
   */
  public List<CheckLine> lines(boolean sendTest) {
    List<CheckLine> lines = new ArrayList<>();
    try (MailTransport transport = new MailTransport(settings.server())) {
      Optional<Outcome> failure = transport.connect();
      lines.add(failure.map(this::failed).orElseGet(this::connected));
      for (MailRecipient recipient : settings.recipients()) {
        if (failure.isPresent() || !sendTest) {
          lines.add(
              CheckLine.skipped(
                  SUBJECT,
                  "recipient",
                  recipient.address()
                      + (sendTest ? ": no connection" : ": not tried, check --send-test would")));
        } else {
          lines.add(sent(transport, recipient));
        }
      }
    }
    return lines;
  }

  private CheckLine connected() {
    MailServer server = settings.server();
    String seen =
        "%s, %s, %s"
            .formatted(
                server.place(),
                switch (server.tls()) {
                  case STARTTLS -> "TLS by STARTTLS";
                  case IMPLICIT -> "TLS";
                  case NONE -> "no TLS";
                },
                server.login().map(login -> "logged in as " + login.user()).orElse("no login"));
    return CheckLine.ok(SUBJECT, "server", seen);
  }

  private CheckLine failed(Outcome outcome) {
    return new CheckLine(
        SUBJECT,
        "server",
        CheckLine.Outcome.FAILED,
        outcome.said(),
        outcome.kind() == Outcome.Kind.NOT_ALLOWED
            ? "check poolkeeper.mail: tls, ca-file, username and password-file"
            : "check poolkeeper.mail.host and port, the network and its policies");
  }

  private CheckLine sent(MailTransport transport, MailRecipient recipient) {
    Outcome outcome =
        transport
            .connect()
            .orElseGet(
                () -> transport.send(new WireFormat().of(letter(recipient)), recipient.address()));
    String seen = recipient.address() + ": " + outcome.said();
    return outcome.kind() == Outcome.Kind.DELIVERED
        ? CheckLine.ok(SUBJECT, "test mail", seen)
        : new CheckLine(
            SUBJECT,
            "test mail",
            CheckLine.Outcome.FAILED,
            seen,
            "check the address, and what the server lets " + settings.from().address() + " send");
  }

  private Letter letter(MailRecipient recipient) {
    String text =
        "This is a test of poolkeeper check --send-test. You are a recipient of "
            + String.join(" and ", recipient.jobs().stream().sorted().toList())
            + " ("
            + recipient.words()
            + ").";
    TreeMap<String, String> headers = new TreeMap<>();
    headers.put("Auto-Submitted", "auto-generated");
    headers.put("X-Auto-Response-Suppress", "All");
    return new Letter(
        settings.from(),
        settings.replyTo(),
        recipient.address(),
        "%s test mail of poolkeeper"
            .formatted(settings.subjectTag().isEmpty() ? "" : "[" + settings.subjectTag() + "]")
            .strip(),
        "<test.%d.%08x@%s>"
            .formatted(clock.millis(), recipient.address().hashCode(), settings.from().domain()),
        List.of(),
        ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        headers,
        text + "\n",
        "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>",
        List.of(),
        List.of());
  }
}
