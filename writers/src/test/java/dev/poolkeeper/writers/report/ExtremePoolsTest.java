package dev.poolkeeper.writers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Audience;
import dev.poolkeeper.processors.delivery.Room;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.mail.MailContent;
import dev.poolkeeper.writers.mail.MailScope;
import dev.poolkeeper.writers.mail.NightlyMail;
import dev.poolkeeper.writers.mail.WeeklyMail;
import dev.poolkeeper.writers.pdf.Paper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No size of a pool, and no lack of history, breaks a page or a number of any format. */
class ExtremePoolsTest {

  private static final Pattern NO_NUMBER = Pattern.compile("NaN|Infinity|∞|\\bnull %|\\dE[+-]?\\d");
  private static final Pattern NO_DATUM = Pattern.compile("NaN|Infinity");

  @TempDir Path out;

  static List<List<ExtremePools.Pool>> pools() {
    return ExtremePools.all();
  }

  @ParameterizedTest
  @MethodSource("pools")
  void nightIsWrittenInEveryFormat(List<ExtremePools.Pool> pools) throws IOException {
    NightlyReport night = ExtremePools.night(pools);

    List<Path> files =
        new NightlyReportWriter(ZoneOffset.UTC, Paper.A4)
            .write(night, out, EnumSet.allOf(ReportFormat.class));

    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      assertNumbers(file);
    }
    MailContent mail =
        new NightlyMail(ZoneOffset.UTC, "storage")
            .of(night, whole(), new Room(List.of(), Set.of()));
    assertThat(mail.subject() + mail.text()).doesNotContainPattern(NO_NUMBER);
    assertThat(words(mail.html())).doesNotContainPattern(NO_NUMBER);
  }

  @ParameterizedTest
  @MethodSource("pools")
  void weekIsWrittenInEveryFormat(List<ExtremePools.Pool> pools) throws IOException {
    WeeklyReport week = ExtremePools.week(pools);

    for (Path file :
        new WeeklyReportWriter(ZoneOffset.UTC, Paper.LETTER)
            .write(week, out, EnumSet.allOf(ReportFormat.class))) {
      assertNumbers(file);
    }
    MailContent mail = new WeeklyMail(ZoneOffset.UTC, "storage").of(week, whole());
    assertThat(mail.subject() + mail.text()).doesNotContainPattern(NO_NUMBER);
    assertThat(words(mail.html())).doesNotContainPattern(NO_NUMBER);
  }

  private static MailScope whole() {
    return new MailScope(Audience.ALL, "", false, List.of());
  }

  private static void assertNumbers(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        assertThat(new PDFTextStripper().getText(pdf)).as(name).doesNotContainPattern(NO_NUMBER);
      }
      return;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    assertThat(name.endsWith(".html") ? words(text) : text)
        .as(name)
        .doesNotContainPattern(name.matches(".*[.](json|prom)") ? NO_DATUM : NO_NUMBER);
    if (name.endsWith(".html")) {
      assertThat(markup(text)).as("coordinates of charts").doesNotContain("NaN", "Infinity");
    }
  }

  /** What a page says, without its style and script. */
  private static String words(String html) {
    return markup(html).replaceAll("<[^>]*>", " ");
  }

  private static String markup(String html) {
    return html.replaceAll("(?s)<(style|script)\\b.*?</\\1>", "");
  }

  @Test
  void tenPetabytesAreExactInData() throws IOException {
    NightlyReport night =
        ExtremePools.night(
            List.of(ExtremePools.Pool.of("vast", ExtremePools.TEN_PETABYTES - 1, 1, 1)));

    List<Path> files =
        new NightlyReportWriter(ZoneOffset.UTC, Paper.A4)
            .write(night, out, EnumSet.of(ReportFormat.JSON, ReportFormat.HTML));

    JsonNode pool =
        new JsonMapper()
            .readTree(out.resolve("2026-02-11/nightly.json").toFile())
            .path("pools")
            .path(0);
    assertThat(pool.path("usedBytes").asLong()).isEqualTo(10_000_000_000_000_000L);
    assertThat(pool.path("usableBytes").asLong()).isEqualTo(10_000_000_000_000_001L);
    assertThat(words(Files.readString(files.get(0)))).contains("8.9 PiB (100 %)");
  }
}
