package dev.poolkeeper.tests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.ReportSchema;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import dev.poolkeeper.writers.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names that nobody should give to anything, from the recording to every output. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileNamesIT {

  private static final String NIGHT = "2026-02-11";

  /** Kept as they are. */
  private static final List<String> KEPT =
      List.of(
          "<img src=x onerror=alert(1)>",
          "\"double\" and 'single' quotes",
          "two\nlines\r\nand a\ttab",
          "=cmd()|' -C calc'!A0",
          "back\\slash and \\u0000 as text",
          "\u202Eright to left\u200F",
          "percent %s %n ${jndi:x} #{1+1}",
          "\uD83D\uDCBE disk \u00E9\u0301",
          "'; drop table ledger.run; --");

  private Poolkeeper poolkeeper;
  private Poolkeeper.Said said;

  @BeforeAll
  void run(@TempDir Path folder) {
    poolkeeper =
        SharedServer.poolkeeper(folder).with("POOLKEEPER_REPORT_FORMATS", ReportFormat.words());
    SmallEstate estate = SmallEstate.ofHealthyVolumes(3);
    estate.leftover("x".repeat(200));
    KEPT.forEach(name -> estate.leftover(name).lost("lost " + name));
    estate.leftover("nul\u0000byte").leftover("lone \uD800 surrogate");
    said = poolkeeper.night(estate.write(folder.resolve("estate"), NIGHT));
  }

  private Set<String> subjects() {
    return poolkeeper.findings(NIGHT).stream()
        .map(f -> f.path("subject").asString())
        .collect(Collectors.toSet());
  }

  @Test
  void theNightIsDone() {
    assertThat(said.exitCode()).as(said.errors()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
    assertThat(said.errors()).doesNotContain("\tat ");
  }

  @Test
  void namesComeOutAsTheyWentIn() {
    assertThat(subjects())
        .containsAll(KEPT.stream().map(name -> SmallEstate.DATASETS + name).toList())
        .containsAll(KEPT.stream().map(name -> SmallEstate.VOLUMES + "lost " + name).toList());
  }

  @Test
  void whatPostgresCannotHoldIsReplacedNotLost() {
    assertThat(subjects())
        .anyMatch(subject -> subject.startsWith(SmallEstate.DATASETS + "nul"))
        .anyMatch(subject -> subject.startsWith(SmallEstate.DATASETS + "lone "));
  }

  @Test
  void pageHoldsNoLiveMarkup() throws Exception {
    String page = Files.readString(poolkeeper.out().resolve(NIGHT).resolve("nightly.html"));

    assertThat(page.contains("<img src=x")).isFalse();
    assertThat(page.contains("&lt;img src=x")).isTrue();
  }

  @Test
  void everyFormatOfTheReportIsWrittenAndFitsItsRules() throws Exception {
    Path night = poolkeeper.out().resolve(NIGHT);

    assertThat(ReportSchema.errors(night.resolve("nightly.json"))).isEmpty();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(night.resolve("nightly.junit.xml").toFile());
    assertThat(Files.readString(night.resolve("nightly.md"))).doesNotContain("| <img", "\u202E");
    assertThat(Files.readString(night.resolve("nightly-csv/findings.csv")))
        .doesNotContain("\n=cmd", ",=cmd");
    assertThat(night.resolve("nightly.pdf")).isNotEmptyFile();
    assertThat(night.resolve("nightly.prom")).isNotEmptyFile();
  }

  @Test
  void reportJsonParsesAndNamesThem() throws Exception {
    String report = Files.readString(poolkeeper.out().resolve(NIGHT).resolve("nightly.json"));

    JsonNode parsed = new JsonMapper().readTree(report);
    assertThat(parsed.path("schemaVersion").asInt()).isEqualTo(1);
  }

  @Test
  void everyFormatOfTheListIsWritten() {
    for (String format : List.of("table", "json", "yaml", "csv", "markdown")) {
      assertThat(poolkeeper.run("findings", "-o", format).exitCode()).as(format).isZero();
    }
    assertThat(poolkeeper.run("findings", "-o", "table").output()).doesNotContain("\u202E");
  }

  @Test
  void explainTakesSuchASubject() {
    assertThat(poolkeeper.run("explain", SmallEstate.DATASETS + KEPT.get(0)).exitCode()).isZero();
  }

  @Test
  void aNameLongerThanAnIndexRowCostsOnlyItself(@TempDir Path folder) {
    Poolkeeper other = SharedServer.poolkeeper(folder);
    String endless =
        RandomGeneratorFactory.of("L64X128MixRandom")
            .create(7)
            .ints(9000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Path estate =
        SmallEstate.ofHealthyVolumes(3)
            .leftover(endless)
            .leftover("left")
            .write(folder.resolve("estate"), NIGHT);

    Poolkeeper.Said night = other.night(estate);

    assertThat(night.exitCode()).as(night.errors()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
    assertThat(night.errors()).doesNotContain("\tat ");
  }
}
