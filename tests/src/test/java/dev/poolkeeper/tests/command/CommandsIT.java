package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every command over one ledger of three nights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {

  private static final List<String> LISTS =
      List.of(
          "orphans",
          "findings",
          "volumes",
          "pools",
          "snapshots",
          "protection",
          "forecasts",
          "retention",
          "runs");
  private static final String LAST = "2026-02-11";

  private Poolkeeper poolkeeper;
  private Path folder = Path.of("");

  @BeforeAll
  void run(@TempDir Path given) {
    folder = given;
    poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate estate =
        SmallEstate.ofHealthyVolumes(4).leftover("left").lost("gone").snapshot("steady-1", "s1");
    for (String night : List.of("2026-02-09", "2026-02-10", LAST)) {
      assertThat(poolkeeper.night(estate.write(folder.resolve(night), night)).exitCode()).isZero();
    }
  }

  static Stream<Arguments> listsAndFormats() {
    return LISTS.stream()
        .flatMap(
            list ->
                Stream.of("table", "json", "yaml", "csv", "markdown")
                    .map(format -> Arguments.of(list, format)));
  }

  @ParameterizedTest
  @MethodSource("listsAndFormats")
  void everyListHasEveryFormat(String list, String format) {
    Poolkeeper.Said said = poolkeeper.run(list, "-o", format);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(said.output()).isNotBlank();
    assertThat(said.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orphans", "findings", "volumes", "pools", "snapshots", "protection", "runs"})
  void yamlAndCsvCarryTheFieldsOfJson(String list) {
    JsonNode json = poolkeeper.run(list, "-o", "json").json();
    JsonNode yaml = new YAMLMapper().readTree(poolkeeper.run(list, "-o", "yaml").output());
    List<String> csv = poolkeeper.run(list, "-o", "csv").output().lines().toList();

    assertThat(json.size()).isPositive();
    assertThat(yaml).isEqualTo(json);
    assertThat(csv.get(0).split(",", -1)).containsExactlyElementsOf(json.get(0).propertyNames());
    assertThat(csv).hasSizeGreaterThan(json.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "findings|code name severity status subject firstSeen lastSeen nights reclaimableBytes"
            + " cause evidence action",
        "volumes|subject claim driver dataset confidence capacityBytes usedBytes phase"
      })
  void jsonHasAtLeastTheFieldsThatArePromised(String list, String fields) {
    JsonNode first = poolkeeper.run(list, "-o", "json").json().get(0);

    assertThat(first.propertyNames()).contains(fields.split(" ", -1));
  }

  @Test
  void volumeAskedForByNameIsShownStepByStep() {
    Poolkeeper.Said said = poolkeeper.run("volumes", "steady-1");

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(said.output())
        .contains("Volume       prod-a/persistentvolumes/steady-1")
        .containsPattern("Provisioned +10 GiB  █+\n")
        .containsPattern("  written +1 GiB  ▒+\n");
    assertThat(poolkeeper.run("volumes", "steady-1", "-o", "json").json().size()).isEqualTo(1);
    assertThat(poolkeeper.run("volumes", "steady-", "-o", "json").json().size()).isEqualTo(4);
    Poolkeeper.Said nobody = poolkeeper.run("volumes", "nobody");
    assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nobody.errors()).contains("No volume of " + LAST);
  }

  @Test
  void volumeTellsWhereItsSpaceGoes() {
    JsonNode volume = poolkeeper.run("volumes", "steady-1", "-o", "json").json().get(0);

    assertThat(volume.path("provisionedBytes").asLong()).isEqualTo(10L << 30);
    assertThat(volume.path("writtenBytes").asLong()).isEqualTo(1L << 30);
    assertThat(volume.path("hiddenBytes").asLong()).isZero();
    assertThat(volume.path("spaceUnknown").isNull()).isTrue();
    JsonNode gone = poolkeeper.run("volumes", "gone", "-o", "json").json().get(0);
    assertThat(gone.path("provisionedBytes").isNull()).isTrue();
    assertThat(gone.path("spaceUnknown").asString()).contains("no dataset or zvol");
  }

  @Test
  void volumeNamesWhatBacksIt() {
    JsonNode volume =
        poolkeeper
            .run("volumes", "-o", "json")
            .json()
            .valueStream()
            .filter(v -> v.path("subject").asString().endsWith("/steady-1"))
            .findFirst()
            .orElseThrow();

    assertThat(volume.path("dataset").asString()).isEqualTo(SmallEstate.DATASETS + "steady-1");
    assertThat(volume.path("confidence").asString()).isEqualTo("confirmed");
    assertThat(volume.path("claim").asString()).isEqualTo("media/data-steady-1");
    assertThat(volume.path("capacityBytes").asLong()).isEqualTo(10L << 30);
    assertThat(volume.path("usedBytes").asLong()).isEqualTo(1L << 30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "orphans",
        "findings",
        "volumes",
        "pools",
        "snapshots",
        "runs",
        "explain",
        "report",
        "forecast",
        "completion"
      })
  void everyCommandHelps(String command) {
    Poolkeeper.Said said = poolkeeper.run(command, "--help");

    assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(said.output()).contains("Usage: poolkeeper " + command);
    assertThat(said.errors()).isEmpty();
  }

  @Test
  void withoutAWordItShowsItsCommandsAndExitCodes() {
    Poolkeeper.Said said = poolkeeper.run();

    assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(said.output()).contains(LISTS).contains("Exit codes:");
    assertThat(poolkeeper.run("--version").output()).isNotBlank();
  }

  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of(List.of("findings", "--code", "PK999"), "'PK999' is not a code; known are"),
        Arguments.of(List.of("explain", "PK999"), "'PK999' is not a code"),
        Arguments.of(List.of("findings", "--date", "11.02.2026"), "--date"),
        Arguments.of(List.of("findings", "--date", "2024-01-01"), "no finished run for 2024-01-01"),
        Arguments.of(List.of("report", "--date", "2024-01-01"), "no finished run for 2024-01-01"),
        Arguments.of(List.of("findings", "--status", "odd"), "--status"),
        Arguments.of(List.of("findings", "-o", "xml"), "xml"),
        Arguments.of(List.of("run", "sometimes", "--from", "x"), "There is no job 'sometimes'"),
        Arguments.of(List.of("run", "nightly", "--date", "2026-02-11"), "--date needs --from"),
        Arguments.of(List.of("run", "nightly", "--from", "x", "--fail-on", "odd"), "--fail-on"),
        Arguments.of(List.of("completion", "fish"), "fish"),
        Arguments.of(List.of("no-such-command"), "no-such-command"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreExplained(List<String> words, String explanation) {
    Poolkeeper.Said said = poolkeeper.run(words.toArray(new String[0]));

    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.errors()).contains(explanation).doesNotContain("\tat ", "Exception");
    assertThat(said.output()).isEmpty();
  }

  @Test
  void emptyLedgerSaysWhatToDoNext(@TempDir Path other) {
    Poolkeeper fresh = SharedServer.poolkeeper(other);
    for (String command :
        List.of("orphans", "findings", "volumes", "pools", "snapshots", "report")) {
      Poolkeeper.Said said = fresh.run(command);

      assertThat(said.exitCode()).as(command).isEqualTo(ExitCode.USAGE);
      assertThat(said.errors()).contains("no finished run yet", "Next: poolkeeper run nightly");
      assertThat(said.output()).isEmpty();
    }
    assertThat(fresh.run("runs", "-o", "json").json().size()).isZero();
  }

  @Test
  void explainKnowsCodesInEveryWriting() {
    String byCode = poolkeeper.run("explain", "PK102").output();

    assertThat(byCode)
        .startsWith("PK102  backend-without-volume")
        .contains("What to do", "poolkeeper:keep=true");
    assertThat(poolkeeper.run("explain", "102").output()).isEqualTo(byCode);
    assertThat(poolkeeper.run("explain", "backend-without-volume").output()).isEqualTo(byCode);
    assertThat(byCode.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void explainTellsTheEvidenceOfASubjectAndOfAFinding() {
    String subject = SmallEstate.DATASETS + "left";

    assertThat(poolkeeper.run("explain", subject).output())
        .contains("confirmed, seen on 3 nights", "Evidence", "no PersistentVolume of prod-a");
    assertThat(poolkeeper.run("explain", "PK102:" + subject).output()).contains("Evidence");
  }

  @Test
  void filtersNarrow() {
    assertThat(poolkeeper.run("findings", "--code", "102,101", "-o", "json").json().size())
        .isEqualTo(2);
    assertThat(poolkeeper.run("findings", "--severity", "critical", "-o", "json").json().size())
        .isEqualTo(1);
    assertThat(
            poolkeeper
                .run("findings", "--code", "101", "--severity", "info", "-o", "json")
                .json()
                .size())
        .isZero();
    assertThat(poolkeeper.run("findings", "--subject", "gone", "-o", "json").json().size())
        .isEqualTo(1);
    assertThat(poolkeeper.run("findings", "--status", "resolved", "-o", "json").json().size())
        .isZero();
  }

  @Test
  void pastNightsCanBeAskedFor() {
    assertThat(poolkeeper.findings("2026-02-09").stream().map(f -> f.path("status").asString()))
        .containsOnly("new");
  }

  @Test
  void failOnCountsOnlyWhatIsConfirmed(@TempDir Path other) {
    Poolkeeper fresh = SharedServer.poolkeeper(other);
    SmallEstate estate = SmallEstate.ofHealthyVolumes(4).leftover("left");
    int first = failOnWarning(fresh, estate, "2026-02-09");
    int second = failOnWarning(fresh, estate, "2026-02-10");
    int third = failOnWarning(fresh, estate, "2026-02-11");

    assertThat(List.of(first, second, third))
        .containsExactly(ExitCode.DONE, ExitCode.DONE, ExitCode.FINDINGS);
    assertThat(
            fresh
                .night(estate.write(other.resolve("again"), "2026-02-11"), "--fail-on", "critical")
                .exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  private static int failOnWarning(Poolkeeper poolkeeper, SmallEstate estate, String night) {
    Path from = estate.write(poolkeeper.out().resolveSibling("e-" + night), night);
    return poolkeeper.night(from, "--fail-on", "warning").exitCode();
  }

  @Test
  void forecastsSayWhyThereAreNone() {
    JsonNode pool =
        poolkeeper
            .run("forecasts", "--kind", "pool", "--subject", "**/tank", "-o", "json")
            .json()
            .get(0);

    assertThat(pool.get("subject").asString()).isEqualTo("nas1/pools/tank");
    assertThat(pool.get("outcome").asString()).isEqualTo("not-enough-history");
    assertThat(pool.get("reason").asString()).startsWith("not enough history: ");
    assertThat(pool.get("capacity").asLong()).isPositive();
    assertThat(poolkeeper.run("explain", "nas1/pools/tank").output())
        .contains("nas1/pools/tank: used, forecast of " + LAST, "Past     1 GiB on " + LAST);
    assertThat(poolkeeper.run("forecasts", "--namespace", "none").output())
        .contains("No forecasts.");
    assertThat(poolkeeper.run("volumes", "--fills-within", "30d").output()).contains("No volumes.");
    assertThat(poolkeeper.run("forecasts", "--fills-within", "soon").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aBacktestSaysFromWhenOnThereIsOne() {
    Poolkeeper.Said said = poolkeeper.run("backtest");

    assertThat(said.exitCode()).isZero();
    assertThat(said.output())
        .contains("first night that forecast is 2026-02-0", "7-day forecast can be judged");
    assertThat(poolkeeper.run("backtest", "--weeks", "0").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void stdoutCarriesOnlyTheAnswer() {
    Poolkeeper.Said said =
        poolkeeper.night(
            SmallEstate.ofHealthyVolumes(4).write(folder.resolve("more"), "2026-02-08"));

    assertThat(said.output().lines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("nightly 2026-02-08");
  }

  @Test
  void reportIsWrittenAgainAsItWas() throws Exception {
    Path again = folder.resolve("again");

    Poolkeeper.Said said =
        poolkeeper.run("report", "--date", LAST, "--format", "json", "--out", again.toString());

    assertThat(said.exitCode()).as(said.errors()).isZero();
    assertThat(said.output().strip()).isEqualTo(again.resolve(LAST + "/nightly.json").toString());
    assertThat(again.resolve(LAST + "/nightly.html")).doesNotExist();
    assertThat(again.resolve(LAST + "/nightly.json"))
        .hasSameTextualContentAs(poolkeeper.out().resolve(LAST + "/nightly.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionIsAScript(String shell) throws Exception {
    Poolkeeper.Said said = poolkeeper.run("completion", shell);
    Path script = folder.resolve("completion." + shell);
    Files.writeString(script, said.output());

    assertThat(said.exitCode()).isZero();
    Process bash =
        new ProcessBuilder("bash", "-n", script.toString()).redirectErrorStream(true).start();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isZero();
    assertThat(said.output()).contains("orphans", "--fail-on");
  }
}
