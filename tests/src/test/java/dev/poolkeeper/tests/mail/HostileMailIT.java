package dev.poolkeeper.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.Poolkeeper.Said;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that would like to be markup, a header, a formula or the end of a mail, over SMTP. */
class HostileMailIT {

  private static final String RIGHT_TO_LEFT = "\u202e";

  /** Names of volumes, as a recording may have them. */
  private static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>",
          "a\"><img src=x onerror=alert(1)>",
          "gnp" + RIGHT_TO_LEFT + "exe.cod",
          "\ud83d\ude80 rocket",
          "=cmd|' calc'!A0",
          "x".repeat(250),
          "a\r\nBcc: evil@example.com\r\n\r\nhello",
          "a\n.\nQUIT");

  @TempDir private Path folder;

  @Test
  void namesStayNamesInEveryPartOfAMail() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate estate = SmallEstate.ofHealthyVolumes(2);
    NAMES.forEach(estate::lost);
    try (ScriptedSmtp server = ScriptedSmtp.plain()) {
      Path config =
          Files.writeString(
              folder.resolve("mail.yaml"),
              """
              poolkeeper:
                mail:
                  host: localhost
                  port: %d
                  tls: none
                  from: "Størage team <storage@example.com>"
                  recipients: [{to: team@example.com}]
              """
                  .formatted(server.port()));

      Said said =
          poolkeeper.night(
              estate.write(folder.resolve("estate"), "2026-02-11"), "--config", config.toString());

      assertThat(said.exitCode()).as(said.errors()).isZero();
      assertThat(server.recipients()).containsExactly("team@example.com");
      assertHarmless(server.taken().get(0).bytes());
    }
  }

  private static void assertHarmless(byte[] bytes) {
    String head = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
    assertThat(head.lines().map(line -> line.replaceFirst(":.*", "")))
        .doesNotContain("Bcc")
        .allMatch(name -> name.matches("[A-Za-z-]+|[ \t].*"));
    ReceivedMail mail = ReceivedMail.of(bytes);
    assertThat(mail.header("From")).contains("Størage").contains("<storage@example.com>");
    assertThat(mail.header("Subject")).doesNotContain("\r", "\n", RIGHT_TO_LEFT);
    assertThat(mail.html())
        .doesNotContain("<script", "<img src=x", RIGHT_TO_LEFT)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .hasSizeLessThan(100 << 10);
    assertThat(mail.text())
        .doesNotContain(RIGHT_TO_LEFT, "\nBcc:", "\n.\n")
        .contains("<script>alert(1)</script>");
    assertThat(mail.pictures().keySet()).isEqualTo(mail.referenced());
    assertThat(mail.files().keySet()).containsExactlyInAnyOrder("nightly.pdf", "nightly.json");
    assertThat(new String(mail.files().get("nightly.json"), StandardCharsets.UTF_8))
        .contains("=cmd|' calc'!A0", "x".repeat(250));
  }
}
