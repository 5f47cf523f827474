package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.delivery.Audience;
import dev.poolkeeper.processors.delivery.RetryPolicy;
import dev.poolkeeper.processors.delivery.SendWhen;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.mail.MailAddress;
import dev.poolkeeper.writers.mail.MailServer;
import dev.poolkeeper.writers.mail.MailServer.Login;
import dev.poolkeeper.writers.mail.MailServer.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code poolkeeper.mail}. Without a host nothing is mailed. */
final class MailSection {

  private static final long ATTACH_LIMIT = 10L << 20;
  private static final MailAddress NOBODY = new MailAddress("", "nobody@invalid.invalid");
  private static final String ADDRESS =
      "an address such as storage@example.com or 'Storage <storage@example.com>'";

  /** Names that mean this machine itself, whatever a resolver says. */
  private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[?::1]?";

  private static final Set<String> FILES = Set.of("pdf", "json");

  private final Values mail;
  private final SecretFiles secrets;

  private MailSection(Values mail, SecretFiles secrets) {
    this.mail = mail;
    this.secrets = secrets;
  }

  /** Empty without a section {@code mail} and without a host from the environment. */
  static Optional<MailSettings> read(Values values, SecretFiles secrets) {
    Values mail = values.below("mail");
    if (!mail.written() && mail.text("host").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new MailSection(mail, secrets).read());
  }

  private MailSettings read() {
    return new MailSettings(
        server(),
        mail.text("from").isEmpty() ? missing("from") : address("from").orElse(NOBODY),
        address("reply-to"),
        mail.parsed(
            "subject-tag",
            "storage",
            "a short word without brackets, or none",
            text ->
                text.equals("none")
                    ? Optional.of("")
                    : Optional.of(text).filter(tag -> tag.matches("[^\\[\\]\\p{Cntrl}]{1,30}"))),
        attach(),
        mail.bytes("attach-limit", ATTACH_LIMIT),
        reportUrl(),
        new RetryPolicy(
            mail.duration("retry-wait", Duration.ofSeconds(15)),
            mail.duration("retry-for", Duration.ofMinutes(6)),
            mail.wait("give-up-after", Duration.ofDays(3)),
            mail.parsed(
                "on-unknown",
                false,
                "report or resend",
                text ->
                    switch (text) {
                      case "report" -> Optional.of(false);
                      case "resend" -> Optional.of(true);
                      default -> Optional.empty();
                    })),
        new MailRecipients(mail).read());
  }

  private MailServer server() {
    Tls tls =
        mail.parsed(
            "tls",
            Tls.STARTTLS,
            "starttls, implicit or none",
            text -> Arrays.stream(Tls.values()).filter(t -> t.word().equals(text)).findFirst());
    Optional<String> host =
        mail.optional(
            "host",
            "the name of a mail server, such as smtp.example.com, without a port",
            text ->
                Optional.of(text)
                    .filter(name -> name.matches("[A-Za-z0-9._-]{1,253}|\\[?[0-9a-fA-F:]+]?")));
    if (mail.text("host").isEmpty()) {
      mail.missing("host", "the name of a mail server, such as smtp.example.com");
    }
    Optional<Login> login = login();
    clearText(tls, host, login);
    return new MailServer(
        host.orElse("invalid.invalid"),
        mail.count("port", tls.usualPort(), 1, 65535),
        tls,
        authorities(),
        login,
        mail.optional(
            "helo",
            "the full name of this machine",
            text -> Optional.of(text).filter(name -> name.matches("[A-Za-z0-9.-]{1,253}"))),
        mail.wait("timeout", Duration.ofSeconds(30)));
  }

  /** Clear text only where nobody can listen, or where somebody said so; a password never. */
  private void clearText(Tls tls, Optional<String> host, Optional<Login> login) {
    boolean allowed = mail.flag("allow-clear-text", false);
    boolean elsewhere = host.filter(name -> !name.matches(LOOPBACK)).isPresent();
    if (tls != Tls.NONE || !elsewhere) {
      return;
    }
    if (login.isPresent()) {
      mail.problem("tls", "none", "starttls or implicit: a password is never sent in clear text");
    } else if (!allowed) {
      mail.problem(
          "tls",
          "none",
          "starttls or implicit; none is for this machine itself, or with allow-clear-text: true");
    }
  }

  private Optional<Login> login() {
    Optional<String> user = mail.text("username");
    Optional<String> password = secrets.secret(mail, "password-file").map(secret -> secret.value());
    if (user.isPresent() != password.isPresent()) {
      mail.missing(
          user.isPresent() ? "password-file" : "username",
          "both or none: a login needs a username and a password-file");
      return Optional.empty();
    }
    return user.map(name -> new Login(name, password.orElse("")));
  }

  private Optional<Path> authorities() {
    Optional<Path> file = mail.path("ca-file");
    file.filter(path -> !Files.isReadable(path))
        .ifPresent(path -> mail.problem("ca-file", path.toString(), "a file that can be read"));
    return file;
  }

  private MailAddress missing(String key) {
    mail.missing(key, ADDRESS);
    return NOBODY;
  }

  private Optional<MailAddress> address(String key) {
    return mail.optional(key, ADDRESS, MailAddress::parse);
  }

  private Set<String> attach() {
    return mail.parsed(
        "attach",
        FILES,
        "pdf, json, both, or none",
        text -> {
          Set<String> words = Set.copyOf(new HashSet<>(mail.words("attach")));
          if (words.equals(Set.of("none"))) {
            return Optional.of(Set.of());
          }
          return Optional.of(words).filter(FILES::containsAll);
        });
  }

  private Optional<String> reportUrl() {
    return mail.optional(
        "report-url",
        "an https or http URL, with {date} and {job} where they belong",
        text ->
            Optional.of(text).filter(url -> url.matches("https?://[^\\s\"<>\\p{Cntrl}]{1,500}")));
  }

  /** The entries of the list, one per address. */
  private static final class MailRecipients {

    private static final Set<String> JOBS = Set.of("nightly", "weekly-capacity");

    private final Values mail;
    private final Set<String> seen = new HashSet<>();

    MailRecipients(Values mail) {
      this.mail = mail;
    }

    List<MailRecipient> read() {
      List<Values> sections = mail.sections("recipients", "to: storage@example.com");
      if (sections.isEmpty()) {
        mail.missing("recipients", "a list with one at least, as [{to: storage@example.com}]");
      }
      return sections.stream().flatMap(section -> recipients(section).stream()).toList();
    }

    private List<MailRecipient> recipients(Values section) {
      List<String> addresses = section.words("to");
      if (addresses.isEmpty()) {
        section.missing("to", "an address such as storage@example.com, or a list of them");
      }
      addresses.forEach(address -> check(section, address));
      String name =
          section.parsed(
              "name",
              "",
              "a short name without control characters",
              text -> Optional.of(text).filter(n -> n.matches("[^\\p{Cntrl}]{1,60}")));
      Audience audience = new Audience(RuleSections.match(section), severity(section));
      SendWhen when =
          section.parsed(
              "when", SendWhen.ALWAYS, "always, on-change or on-problems", SendWhen::named);
      int heartbeat = heartbeat(section);
      Set<String> jobs = jobs(section);
      return addresses.stream()
          .map(address -> new MailRecipient(address, name, audience, jobs, when, heartbeat))
          .toList();
    }

    private void check(Values section, String address) {
      if (MailAddress.parse(address).filter(parsed -> parsed.address().equals(address)).isEmpty()) {
        section.problem("to", address, "an address such as storage@example.com");
      } else if (!seen.add(address.toLowerCase(java.util.Locale.ROOT))) {
        section.problem("to", address, "an address that no other recipient has");
      }
    }

    private static Severity severity(Values section) {
      return section.parsed(
          "severity", Severity.INFO, "critical, warning or info", Severity::named);
    }

    private static int heartbeat(Values section) {
      return section.text("heartbeat").filter("none"::equals).isPresent()
          ? 0
          : section.days("heartbeat", 7, 1, 366);
    }

    private static Set<String> jobs(Values section) {
      return section.parsed(
          "jobs",
          JOBS,
          "nightly, weekly-capacity, or both",
          text -> Optional.of(Set.copyOf(section.words("jobs"))).filter(JOBS::containsAll));
    }
  }
}
