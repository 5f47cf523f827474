package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.jobs.configuration.MailSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which mail over which server, as the configuration says it. */
class MailConfigurationTest {

  private static final String ENOUGH =
      """
      poolkeeper:
        mail:
          host: smtp.example.com
          from: storage@example.com
          recipients: [{to: team@example.com}]
      """;

  @TempDir private Path folder;

  private Configuration read(String yaml) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(file, yaml);
    return new ConfigurationReader(Map.of()).readMailing(Optional.of(file));
  }

  @Test
  void nothingIsMailedUnlessWritten() {
    assertThat(new ConfigurationReader(Map.of()).readMailing(Optional.empty()).mail()).isEmpty();
  }

  @Test
  void whatIsLeftOutHasSafeDefaults() throws IOException {
    MailSettings mail = read(ENOUGH).mail().orElseThrow();

    assertThat(mail.server().port()).isEqualTo(587);
    assertThat(mail.server().tls().word()).isEqualTo("starttls");
    assertThat(mail.server().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(mail.recipients())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.address()).isEqualTo("team@example.com");
              assertThat(one.jobs()).containsExactlyInAnyOrder("nightly", "weekly-capacity");
            });
  }

  /** Every one with its key, what is there, and what is expected. */
  @Test
  void everyProblemIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      mail:
                        host: "smtp.example.com:25"
                        port: 70000
                        tls: ssl
                        from: nobody
                        reply-to: "a@b@c"
                        subject-tag: "[storage]"
                        attach: [pdf, docx]
                        attach-limit: much
                        report-url: "javascript:alert(1)"
                        retry-wait: soon
                        on-unknown: guess
                        helo: "two words"
                        username: poolkeeper
                        tsl: none
                        recipients:
                          - {to: "team@example.com", when: sometimes, severity: high}
                          - {to: "TEAM@example.com", heartbeat: 0d, jobs: [monthly]}
                          - {to: "no address", match: {namespaze: media}}
                          - {name: nobody}
                    """))
        .isInstanceOf(InvalidConfiguration.class)
        .satisfies(e -> told(String.valueOf(e.getMessage()).lines().toList()));
  }

  private static void told(List<String> lines) {
    for (String[] problem :
        List.of(
            new String[] {"mail.host", "smtp.example.com:25", "without a port"},
            new String[] {"mail.port", "70000", "65535"},
            new String[] {"mail.tls", "ssl", "starttls, implicit or none"},
            new String[] {"mail.from", "nobody", "storage@example.com"},
            new String[] {"mail.reply-to", "a@b@c", "storage@example.com"},
            new String[] {"mail.subject-tag", "[storage]", "without brackets"},
            new String[] {"mail.attach", "docx", "pdf, json, both, or none"},
            new String[] {"mail.attach-limit", "much"},
            new String[] {"mail.report-url", "javascript:alert(1)", "an https or http URL"},
            new String[] {"mail.retry-wait", "soon"},
            new String[] {"mail.on-unknown", "guess", "report or resend"},
            new String[] {"mail.helo", "two words", "full name of this machine"},
            new String[] {"mail.password-file", "both or none"},
            new String[] {"mail.tsl"},
            new String[] {"when", "sometimes", "always, on-change or on-problems"},
            new String[] {"severity", "high", "critical, warning or info"},
            new String[] {"to", "TEAM@example.com", "no other recipient has"},
            new String[] {"heartbeat", "0d"},
            new String[] {"jobs", "monthly", "nightly, weekly-capacity, or both"},
            new String[] {"to", "no address", "an address such as storage@example.com"},
            new String[] {"namespaze"},
            new String[] {"recipients[3].to", "an address such as storage@example.com"})) {
      assertThat(lines)
          .as(String.join(" ", problem))
          .anySatisfy(line -> assertThat(line).contains(problem));
    }
  }

  /** What would become a header of its own, or end one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from: \"storage@example.com\\r\\nBcc: evil@example.com\"",
        "from: \"Storage\\nBcc: evil@example.com <storage@example.com>\"",
        "reply-to: \"a@example.com\\r\\nBcc: evil@example.com\"",
        "subject-tag: \"storage\\r\\nBcc: evil\"",
        "helo: \"me\\r\\nMAIL FROM:<evil@example.com>\"",
        "recipients: [{to: \"team@example.com\\r\\nDATA\"}]",
        "recipients: [{to: team@example.com, name: \"media\\r\\nBcc: evil@example.com\"}]",
        "recipients: [{to: \"team@example.com>,<evil@example.com\"}]"
      })
  void lineBreaksLeadIntoNoHeader(String line) {
    String key = line.replaceFirst(":.*", "");
    String yaml =
        ENOUGH
                .lines()
                .filter(l -> !l.strip().startsWith(key + ":"))
                .reduce("", (a, b) -> a + b + "\n")
            + "    "
            + line
            + "\n";

    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining(key);
  }
}
