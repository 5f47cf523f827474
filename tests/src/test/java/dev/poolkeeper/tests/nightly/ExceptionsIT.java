package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exceptions and severities over five nights of one estate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExceptionsIT {

  private static final String CONFIGURATION =
      """
      poolkeeper:
        exceptions:
          - code: PK102
            match: {dataset: "tank/k8s/vols/legacy-*"}
            reason: kept for audit
            owner: storage-team
            expires: 2026-02-12
          - code: 1xx
            match: {namespace: shop}
            reason: no such namespace
          - code: PK103
            match: {claim: "media/*"}
            reason: a person looks after them
        severities:
          PK102: critical
      """;

  private Path folder = Path.of("");
  private Path configuration = Path.of("");
  private Poolkeeper poolkeeper;

  @BeforeAll
  void run(@TempDir Path given) throws IOException {
    folder = given;
    configuration = Files.writeString(folder.resolve("rules.yaml"), CONFIGURATION);
    poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate estate =
        SmallEstate.ofHealthyVolumes(8)
            .leftover("legacy-1")
            .leftover("stray")
            .volume("stuck")
            .released("stuck");
    for (String date : List.of("2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13")) {
      Poolkeeper.Said said =
          poolkeeper.night(
              estate.write(folder.resolve("estate-" + date), date),
              "--config",
              configuration.toString());
      assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    }
  }

  private List<String> findings(String date) {
    return poolkeeper.findings(date).stream().map(ExceptionsIT::text).sorted().toList();
  }

  private static String text(JsonNode finding) {
    return "%s %s %s night %d: %s"
        .formatted(
            finding.path("subject").asString().replaceFirst(".*/", ""),
            finding.path("status").asString(),
            finding.path("severity").asString(),
            finding.path("nights").asInt(),
            finding.path("note").asString("-"));
  }

  private JsonNode report(String date) throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(poolkeeper.out().resolve(date).resolve("nightly.json")));
  }

  private static List<String> exceptions(JsonNode report) {
    return report
        .path("exceptions")
        .valueStream()
        .map(
            e ->
                e.path("match").asString()
                    + ": "
                    + e.path("state").asString()
                    + " "
                    + e.path("findings").asInt())
        .toList();
  }

  @Test
  void exceptedFindingsCountNightsAndSayWhy() {
    assertThat(findings("2026-02-12"))
        .containsExactly(
            "legacy-1 excepted info night 3: excepted until 2026-02-12: kept for audit"
                + " (storage-team)",
            "prod-a persisting info night 3: -",
            "stray persisting critical night 3: -",
            "stuck excepted info night 3: excepted: a person looks after them");
  }

  @Test
  void afterItsLastDayTheFindingIsBackAsItIs() {
    assertThat(findings("2026-02-13"))
        .contains(
            "legacy-1 persisting critical night 4: its exception expired on 2026-02-12: kept for"
                + " audit (storage-team)");
  }

  @Test
  void reportSaysHowEveryExceptionStands() throws IOException {
    assertThat(exceptions(report("2026-02-12")))
        .containsExactly(
            "dataset tank/k8s/vols/legacy-*: expiring 1",
            "namespace shop: stale 0",
            "claim media/*: in-force 1");
    assertThat(exceptions(report("2026-02-13")))
        .containsExactly(
            "dataset tank/k8s/vols/legacy-*: expired 1",
            "namespace shop: stale 0",
            "claim media/*: in-force 1");
  }

  @Test
  void reportWrittenAgainIsTheSameWithoutTheConfiguration() throws IOException {
    Path again = folder.resolve("again");
    poolkeeper.run("report", "--date", "2026-02-12", "--out", again.toString());

    assertThat(again.resolve("2026-02-12/nightly.html"))
        .hasSameTextualContentAs(poolkeeper.out().resolve("2026-02-12/nightly.html"));
    assertThat(again.resolve("2026-02-12/nightly.html")).content().contains("matches nothing");
  }

  @Test
  void explainSaysWhatTheConfigurationMakesOfACode() {
    Poolkeeper.Said said = poolkeeper.run("explain", "PK102", "--config", configuration.toString());

    assertThat(said.output().replaceAll("\\s+", " "))
        .contains(
            "the configuration says critical, for everything",
            "Exception dataset tank/k8s/vols/legacy-*, excepted until 2026-02-12: kept for audit",
            "Exception namespace shop, excepted: no such namespace");
  }

  @Test
  void policyListsTheSeverity() throws IOException {
    assertThat(report("2026-02-13").path("policy").path("severities[0]").asString())
        .isEqualTo("PK102: critical, for everything");
  }
}
