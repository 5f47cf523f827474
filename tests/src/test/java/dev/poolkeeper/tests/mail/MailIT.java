package dev.poolkeeper.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.Poolkeeper.Said;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights and weeks as mails, over real connections, with servers that do what servers do. */
class MailIT {

  private static final String NIGHT = "2026-02-11";
  private static final String NEXT = "2026-02-12";
  private static final String TEAM = "storage-team@example.com";
  private static final String OWNER = "media@example.com";
  private static final String OTHER = "shop@example.com";

  @TempDir private Path folder;
  private Poolkeeper poolkeeper = new Poolkeeper(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void open() {
    poolkeeper = SharedServer.poolkeeper(folder);
  }

  private Path config(int port, String more, String... recipients) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            """
            poolkeeper:
              mail:
                host: localhost
                port: %d
                from: "poolkeeper <storage@example.com>"
            """
                .formatted(port));
    Arrays.stream(more.split("\n")).forEach(line -> yaml.append("    ").append(line).append('\n'));
    yaml.append("    recipients:\n");
    for (String recipient : recipients) {
      yaml.append("      - ").append(recipient).append('\n');
    }
    return Files.writeString(folder.resolve("mail.yaml"), yaml);
  }

  private static String to(String... addresses) {
    return "{to: [%s]}".formatted(String.join(", ", addresses));
  }

  private Said night(String night, SmallEstate estate, Path config, String... further) {
    Path recorded = estate.write(folder.resolve("estate-" + night), night);
    return poolkeeper.night(
        recorded,
        Stream.concat(Stream.of("--config", config.toString()), Stream.of(further))
            .toArray(String[]::new));
  }

  private static SmallEstate troubled() {
    return SmallEstate.ofHealthyVolumes(2).leftover("left").idle("idle").lost("lost");
  }

  private List<JsonNode> deliveries() {
    Said said = poolkeeper.run("deliveries", "-o", "json");
    assertThat(said.exitCode()).as(said.errors()).isZero();
    return said.json().valueStream().toList();
  }

  private List<String> states() {
    return deliveries().stream()
        .map(d -> d.path("recipient").asString() + " " + d.path("state").asString())
        .sorted()
        .toList();
  }

  @Test
  void everyPartOfTheNightArrivesAndEveryoneGetsOnlyWhatIsTheirs() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Path config =
          config(
              server.getSmtp().getPort(),
              "tls: none\nreport-url: https://reports.example.com/{date}/{job}.html",
              to(TEAM),
              "{to: %s, match: {namespace: media}, name: media team}".formatted(OWNER),
              "{to: %s, match: {namespace: shop}}".formatted(OTHER));

      Said said = night(NIGHT, troubled(), config);

      assertThat(said.exitCode()).as(said.errors()).isZero();
      assertThat(said.output()).contains("mail: 3 delivered");
      whole(to(server, TEAM));
      part(to(server, OWNER));
      nothing(to(server, OTHER));
      weekly(server, config);
    } finally {
      server.stop();
    }
  }

  private static ReceivedMail to(GreenMail server, String address) throws Exception {
    List<ReceivedMail> mails =
        Arrays.stream(server.getReceivedMessages())
            .filter(message -> recipient(message).equals(address))
            .map(ReceivedMail::of)
            .toList();
    return mails.get(mails.size() - 1);
  }

  private static String recipient(MimeMessage message) {
    try {
      return String.valueOf(message.getAllRecipients()[0]);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void whole(ReceivedMail mail) throws IOException {
    assertThat(mail.structure())
        .startsWith(
            "multipart/mixed",
            "multipart/mixed > multipart/alternative",
            "multipart/mixed > multipart/alternative > text/plain",
            "multipart/mixed > multipart/alternative > multipart/related",
            "multipart/mixed > multipart/alternative > multipart/related > text/html")
        .endsWith("multipart/mixed > application/pdf", "multipart/mixed > application/json");
    assertThat(mail.header("Subject"))
        .startsWith("[storage][prod-a][OK] nightly 2026-02-11: +")
        .doesNotContain("DEMO");
    assertThat(mail.header("Message-ID"))
        .matches("<nightly\\.2026-02-11\\.r1\\.[0-9a-f]{12}@example\\.com>");
    assertThat(mail.header("References"))
        .matches("<series\\.nightly\\.[0-9a-f]{12}@example\\.com>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
    assertThat(mail.header("List-Id")).contains("<nightly.poolkeeper.example.com>");
    assertThat(mail.header("Date")).matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} .* \\+0000");
    assertThat(mail.text())
        .contains("prod-a/persistentvolumes/lost", "nas1/datasets/tank/k8s/vols/left")
        .contains("https://reports.example.com/2026-02-11/nightly.html");
    assertThat(mail.text().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 72);
    assertThat(mail.html().length()).isLessThan(100 << 10);
    assertThat(mail.html()).doesNotContain("http-equiv=\"refresh\"", "src=\"http", "<script");
    assertThat(mail.pictures().keySet()).isEqualTo(mail.referenced());
    try (PDDocument pdf = Loader.loadPDF(mail.files().get("nightly.pdf"))) {
      assertThat(pdf.getNumberOfPages()).isPositive();
    }
    JsonNode json = new JsonMapper().readTree(mail.files().get("nightly.json"));
    assertThat(json.path("date").asString()).isEqualTo(NIGHT);
  }

  private static void part(ReceivedMail mail) {
    assertThat(mail.header("Subject")).startsWith("[storage][media team][");
    assertThat(mail.text())
        .contains("Only what is yours: media team", "prod-a/persistentvolumes/lost")
        .doesNotContain("tank/k8s/vols/left", "tank/k8s/vols/steady", "Coverage", "History");
    assertThat(mail.html()).doesNotContain("vols/left");
    assertThat(mail.files().keySet()).containsExactly("findings.json");
    JsonNode findings = new JsonMapper().readTree(mail.files().get("findings.json"));
    assertThat(findings.valueStream().map(f -> f.path("subject").asString()))
        .contains("prod-a/persistentvolumes/lost")
        .doesNotContain("nas1/datasets/tank/k8s/vols/left");
  }

  /** A heartbeat: nothing is theirs, and that is said. */
  private static void nothing(ReceivedMail mail) {
    String html = mail.html().replaceAll("(?s)<style>.*</style>", "");
    String all = mail.text() + html + mail.header("Subject");
    assertThat(mail.header("Subject")).contains("[OK]", "all is well");
    assertThat(all)
        .doesNotContain("media", "persistentvolumes/", "nas1/datasets", "steady-1", "vols/left");
    assertThat(mail.files()).hasSize(1);
    assertThat(new String(mail.files().get("findings.json"), StandardCharsets.UTF_8).strip())
        .isEqualTo("[]");
  }

  private void weekly(GreenMail server, Path config) throws Exception {
    Said said =
        poolkeeper.run(
            "run",
            "weekly-capacity",
            "--out",
            poolkeeper.out().toString(),
            "--config",
            config.toString());

    // one night says nothing of growth
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(said.output()).contains("mail: 3 delivered");
    ReceivedMail mail = to(server, TEAM);
    assertThat(mail.header("Subject"))
        .startsWith("[storage][INCOMPLETE] weekly-capacity 2026-02-11: ");
    assertThat(mail.header("References")).startsWith("<series.weekly-capacity.");
    assertThat(mail.text()).contains("nas1/pools/tank");
    assertThat(mail.html().length()).isLessThan(100 << 10);
    assertThat(mail.pictures().keySet()).isEqualTo(mail.referenced());
    assertThat(mail.files().keySet())
        .containsExactly("weekly-capacity.json", "weekly-capacity.pdf");
    try (PDDocument pdf = Loader.loadPDF(mail.files().get("weekly-capacity.pdf"))) {
      assertThat(pdf.getNumberOfPages()).isPositive();
    }
    ReceivedMail other = to(server, OTHER);
    assertThat(other.text()).doesNotContain("media", "nas1/pools");
    assertThat(other.html()).doesNotContain("prod-a/namespaces/media", "nas1/pools");
    assertThat(other.files()).isEmpty();
  }

  @Test
  void aNightIsMailedOnceAndAgainOnlyOnDemandOrForAnotherVerdict() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      Path config = config(server.port(), "tls: none", to(TEAM));
      assertThat(night(NIGHT, SmallEstate.ofHealthyVolumes(2), config).exitCode()).isZero();
      assertThat(night(NIGHT, troubled(), config).exitCode()).isZero();
      assertThat(server.recipients()).containsExactly(TEAM);

      assertThat(night(NIGHT, troubled(), config, "--resend").exitCode()).isZero();
      assertThat(night(NEXT, troubled(), config, "--no-mail").exitCode()).isZero();

      assertThat(server.recipients()).containsExactly(TEAM, TEAM);
      List<String> ids =
          server.taken().stream()
              .map(taken -> ReceivedMail.of(taken.bytes()).header("Message-ID"))
              .toList();
      assertThat(ids.get(0)).contains(".r1.");
      assertThat(ids.get(1)).contains(".r2.");
    }
  }

  @Test
  void oneOfThreeIsRefusedAndTheNextNightSaysSo() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      Path config = config(server.port(), "tls: none", to(TEAM, OWNER, OTHER));
      server.answers(OWNER, "550 5.1.1 no such user here");

      Said said = night(NIGHT, troubled(), config);

      assertThat(said.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(said.errors()).contains("not delivered to media@example.com", "550 5.1.1");
      assertThat(server.recipients()).containsExactly(TEAM, OTHER);
      assertThat(states())
          .containsExactly(
              "media@example.com dead",
              "shop@example.com delivered",
              "storage-team@example.com delivered");
      Said table = poolkeeper.with("POOLKEEPER_COLUMNS", "80").run("deliveries");
      assertThat(table.output().lines()).allMatch(line -> line.length() <= 90);

      assertThat(night(NEXT, troubled(), config).exitCode()).isZero();
      assertThat(poolkeeper.findings(NEXT, f -> f.path("code").asString().equals("PK903")))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.path("subject").asString())
                    .isEqualTo("poolkeeper/deliveries/mail/media@example.com");
                assertThat(finding.path("evidence").toString()).contains("no such user here");
              });
      night("2026-02-13", troubled(), config);
      assertThat(poolkeeper.findings("2026-02-13", f -> f.path("code").asString().equals("PK903")))
          .allSatisfy(f -> assertThat(f.path("status").asString()).isEqualTo("resolved"));
    }
  }

  @Test
  void greylistingIsWaitedForWithinTheRunAndThenByTheNext() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      String later = "451 4.7.1 greylisted, come again";
      server.answers(TEAM, later);
      Path patient = config(server.port(), "tls: none\nretry-wait: 1s", to(TEAM));
      assertThat(night(NIGHT, troubled(), patient).exitCode()).isZero();
      assertThat(server.recipients()).containsExactly(TEAM);

      server.answers(TEAM, later);
      Path hasty = config(server.port(), "tls: none\nretry-for: 0s", to(TEAM));
      Said said = night(NEXT, troubled(), hasty);
      assertThat(said.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(said.errors()).contains("greylisted");
      assertThat(states())
          .containsExactly(
              "storage-team@example.com delivered", "storage-team@example.com waiting");

      assertThat(night("2026-02-13", troubled(), hasty).exitCode()).isZero();

      List<String> nights =
          server.taken().stream()
              .map(taken -> ReceivedMail.of(taken.bytes()).header("X-Poolkeeper-Night"))
              .toList();
      assertThat(nights).containsExactly(NIGHT, NEXT, "2026-02-13");
      ReceivedMail last = ReceivedMail.of(server.taken().get(2).bytes());
      assertThat(last.header("In-Reply-To")).startsWith("<nightly.2026-02-12.");
    }
  }

  @Test
  void whatMayHaveArrivedIsReportedAndNeverSentTwice() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      server.ends(ScriptedSmtp.End.DROP_AFTER_DATA);
      Path config = config(server.port(), "tls: none\nretry-wait: 1s", to(TEAM));

      Said said = night(NIGHT, troubled(), config);

      assertThat(said.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(said.errors()).contains("unknown", "may have arrived or not");
      assertThat(night(NIGHT, troubled(), config).exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(server.recipients()).containsExactly(TEAM);
      assertThat(states()).containsExactly("storage-team@example.com unknown");

      server.ends(ScriptedSmtp.End.DROP_BEFORE_DATA);
      assertThat(night(NEXT, troubled(), config).exitCode()).isZero();
      assertThat(server.recipients()).containsExactly(TEAM, TEAM);
    }
  }

  @Test
  void nothingIsSentWithoutTheTlsThatIsAskedForAndNoPasswordIsShown() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "open-sesame-123");
    String login =
        "username: poolkeeper\npassword-file: %s\nca-file: %s"
            .formatted(password, SimulatorTls.valid().caFile(folder.resolve("other-ca.pem")));
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      Said said = night(NIGHT, troubled(), config(server.port(), login, to(TEAM)));

      assertThat(said.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(said.errors()).contains("offers no STARTTLS", "nothing was sent in clear text");
      assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }
    SimulatorTls tls = SimulatorTls.valid();
    Path trusted = tls.caFile(folder.resolve("ca.pem"));
    String plain =
        Base64.getEncoder()
            .encodeToString(
                "poolkeeper\0poolkeeper\0open-sesame-123".getBytes(StandardCharsets.UTF_8));
    try (ScriptedSmtp server = ScriptedSmtp.withTls(tls.context(), plain)) {
      Said untrusted = night(NIGHT, troubled(), config(server.port(), login, to(TEAM)));
      assertThat(untrusted.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(untrusted.errors()).contains("no trusted TLS connection");

      String good = login.replaceFirst("ca-file: .*", "ca-file: " + trusted);
      Files.writeString(password, "wrong-horse-456");
      Said refused = night(NIGHT, troubled(), config(server.port(), good, to(TEAM)));
      assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(refused.errors())
          .contains("refused the login of poolkeeper", "535")
          .doesNotContain("wrong-horse", base64("poolkeeper\0poolkeeper\0wrong-horse-456"));

      Files.writeString(password, "open-sesame-123");
      Path config = config(server.port(), good, to(TEAM));
      Said check = poolkeeper.run("check", "--config", config.toString(), "--send-test");
      assertThat(check.output())
          .contains("TLS by STARTTLS, logged in as poolkeeper", "storage-team@example.com: 250")
          .doesNotContain("open-sesame");
      Said said = night(NIGHT, troubled(), config);
      assertThat(said.exitCode()).as(said.errors()).isZero();
      assertThat(server.recipients()).containsExactly(TEAM, TEAM);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anIncompleteNightIsNeverWellForAnybody() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      Path config =
          config(
              server.port(),
              "tls: none",
              to(TEAM),
              "{to: %s, match: {namespace: shop}, when: on-problems, heartbeat: none}"
                  .formatted(OTHER));
      Path estate = troubled().write(folder.resolve("estate"), NIGHT);
      Files.delete(estate.resolve("nas/nas1/pool.dataset.query.json"));

      Said said = poolkeeper.night(estate, "--config", config.toString());

      assertThat(said.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
      assertThat(server.recipients()).containsExactly(TEAM, OTHER);
      ReceivedMail other = ReceivedMail.of(server.taken().get(1).bytes());
      assertThat(other.header("Subject")).contains("[INCOMPLETE]");
      assertThat(other.text()).contains("Not all was seen").doesNotContain("nas1");
    }
  }

  @Test
  void aQuietNightIsSkippedForThoseWhoWantChangesOnly() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      Path config =
          config(
              server.port(),
              "tls: none\nattach: none",
              "{to: %s, when: on-change, heartbeat: 2d}".formatted(TEAM));
      SmallEstate well = SmallEstate.ofHealthyVolumes(2);
      for (String night : List.of(NIGHT, NEXT, "2026-02-13")) {
        assertThat(night(night, well, config).exitCode()).isZero();
      }
      assertThat(server.recipients()).containsExactly(TEAM, TEAM);
      assertThat(states()).contains("storage-team@example.com skipped");
      assertThat(ReceivedMail.of(server.taken().get(0).bytes()).files()).isEmpty();
    }
  }
}
