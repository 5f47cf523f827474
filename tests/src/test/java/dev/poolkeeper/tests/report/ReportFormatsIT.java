package dev.poolkeeper.tests.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.ReportSchema;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import dev.poolkeeper.writers.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a night and a week leave behind, and what the ledger makes of them again later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportFormatsIT {

  private static final String PAST = "2026-02-10";
  private static final String LAST = "2026-02-11";
  private static final String ALL = ReportFormat.words();

  private Poolkeeper poolkeeper;
  private Poolkeeper.Said first;
  private Path folder = Path.of("");

  @BeforeAll
  void run(@TempDir Path given) throws IOException {
    folder = given;
    poolkeeper =
        SharedServer.poolkeeper(folder)
            .with("POOLKEEPER_REPORT_FORMATS", ALL)
            .with("POOLKEEPER_REPORT_PRICE_PER_TIB_MONTH", "1024")
            .with("POOLKEEPER_REPORT_CURRENCY", "CHF")
            .with("POOLKEEPER_ORPHANS_CONFIRM_RUNS", "1")
            .with("POOLKEEPER_ORPHANS_GRACE", "0h");
    SmallEstate estate =
        SmallEstate.ofHealthyVolumes(3).lost("gone").leftover("left").used("left", 7L << 30);
    first = poolkeeper.night(withTeam(estate.write(folder.resolve("past"), PAST)));
    Poolkeeper.Said week =
        poolkeeper.run("run", "weekly-capacity", "--out", poolkeeper.out().toString());
    assertThat(week.output()).as(week.errors()).contains("weekly-capacity.junit.xml");
    estate.leftover("later").used("later", 9L << 30);
    Poolkeeper.Said second = poolkeeper.night(withTeam(estate.write(folder.resolve("last"), LAST)));
    assertThat(second.exitCode()).as(second.errors()).isZero();
  }

  /** The namespace of the claims bears a team. */
  private static Path withTeam(Path estate) throws IOException {
    Path file = estate.resolve("clusters/prod-a/namespaces.json");
    JsonNode list = new JsonMapper().readTree(Files.readString(file));
    list.path("items")
        .valueStream()
        .map(item -> (ObjectNode) item.path("metadata"))
        .filter(metadata -> metadata.path("name").asString().equals("media"))
        .forEach(metadata -> metadata.putObject("labels").put("team", "media-team <b>"));
    Files.writeString(file, list.toString());
    return estate;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  @Test
  void aRunWritesWhatTheConfigurationAsksFor() throws IOException {
    assertThat(first.exitCode()).as(first.errors()).isZero();
    assertThat(files(poolkeeper.out().resolve(LAST)))
        .extracting(Path::toString)
        .contains(
            "nightly.html",
            "nightly.pdf",
            "nightly.json",
            "nightly-csv/findings.csv",
            "nightly.md",
            "nightly.junit.xml",
            "nightly.prom");
    assertThat(first.output().lines().skip(1))
        .containsExactly(
            path("nightly.prom"),
            path("nightly.junit.xml"),
            path("nightly.md"),
            path("nightly-csv"),
            path("nightly.json"),
            path("nightly.pdf"),
            path("nightly.html"));
  }

  private String path(String file) {
    return poolkeeper.out().resolve(PAST).resolve(file).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nightly", "weekly-capacity"})
  void aPastReportIsTheSameByteByByte(String job) throws IOException {
    Path again = folder.resolve("again-" + job);

    Poolkeeper.Said said =
        poolkeeper.run(
            "report",
            job,
            "--date",
            PAST,
            "--format",
            ALL.replace(" ", ""),
            "--out",
            again.toString());

    assertThat(said.exitCode()).as(said.errors()).isZero();
    List<Path> written = files(again.resolve(PAST));
    assertThat(written)
        .hasSizeGreaterThan(10)
        .containsExactlyElementsOf(
            files(poolkeeper.out().resolve(PAST)).stream()
                .filter(file -> file.toString().startsWith(job))
                .toList());
    for (Path file : written) {
      assertThat(
              Files.mismatch(
                  again.resolve(PAST).resolve(file), poolkeeper.out().resolve(PAST).resolve(file)))
          .as(file.toString())
          .isEqualTo(-1);
    }
  }

  @Test
  void reportWritesWhatTheConfigurationAsksForUnlessToldOtherwise() throws IOException {
    Path again = folder.resolve("asked");

    assertThat(poolkeeper.run("report", "--format", "junit", "--out", again.toString()).exitCode())
        .isZero();
    assertThat(files(again))
        .extracting(Path::toString)
        .containsExactly(LAST + "/nightly.junit.xml");
    assertThat(poolkeeper.run("report", "--out", again.toString()).exitCode()).isZero();
    assertThat(files(again)).hasSameSizeAs(files(poolkeeper.out().resolve(LAST)));
  }

  @Test
  void whatIsToBeDoneFirstNamesItsOwnerAndACommand() throws IOException {
    Path file = poolkeeper.out().resolve(PAST + "/nightly.json");
    JsonNode action = new JsonMapper().readTree(Files.readString(file)).at("/topActions/0");

    assertThat(ReportSchema.errors(file)).isEmpty();
    assertThat(action.path("subject").asString()).isEqualTo("prod-a/persistentvolumes/gone");
    assertThat(action.at("/owner/name").asString()).isEqualTo("media-team <b>");
    assertThat(action.at("/owner/from").asString()).isEqualTo("label team of namespace media");
    assertThat(action.at("/commands/0/command").asString())
        .isEqualTo("kubectl describe persistentvolumes gone");
    assertThat(Files.readString(poolkeeper.out().resolve(PAST + "/nightly.html")))
        .contains("media-team &lt;b&gt;")
        .doesNotContain("media-team <b>");
  }

  @Test
  void aPriceTurnsSpaceIntoMoney() throws IOException {
    Path file = poolkeeper.out().resolve(PAST + "/nightly.json");
    JsonNode space = new JsonMapper().readTree(Files.readString(file)).path("reclaimable");

    assertThat(space.path("eligibleBytes").asLong()).isEqualTo(7L << 30);
    assertThat(space.at("/price/currency").asString()).isEqualTo("CHF");
    assertThat(Files.readString(poolkeeper.out().resolve(PAST + "/nightly.html")))
        .contains("CHF 7.00 a month");
  }

  @Test
  void whatThereIsNoReportOfIsSaid() {
    Poolkeeper.Said job = poolkeeper.run("report", "monthly");
    Poolkeeper.Said format = poolkeeper.run("report", "--format", "docx");
    Poolkeeper.Said week = poolkeeper.run("report", "weekly-capacity", "--date", LAST);

    assertThat(List.of(job.exitCode(), format.exitCode(), week.exitCode()))
        .containsOnly(ExitCode.USAGE);
    assertThat(job.errors()).contains("There is no report 'monthly'");
    assertThat(format.errors()).contains("docx");
    assertThat(week.errors())
        .contains("There is no weekly report of the night of 2026-02-11")
        .contains("poolkeeper run weekly-capacity --date 2026-02-11");
  }

  @Test
  void anEmptyLedgerSaysSo(@TempDir Path other) {
    Poolkeeper.Said said = SharedServer.poolkeeper(other).run("report");

    assertThat(said.exitCode()).isNotZero();
    assertThat(said.errors()).isNotBlank().doesNotContain("\tat ");
  }
}
