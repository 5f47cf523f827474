package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.ReportSchema;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One night on an estate with one thing of each kind wrong, looked at from every side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneNightIT {

  private static final String NIGHT = "2026-02-11";

  private Poolkeeper poolkeeper;
  private Poolkeeper.Said said;

  @BeforeAll
  void run(@TempDir Path folder) {
    poolkeeper = new Poolkeeper(folder);
    SmallEstate estate =
        SmallEstate.ofHealthyVolumes(6)
            .snapshot("steady-1", "snapshot-1")
            .strandedSnapshot("steady-2", "snapshot-2")
            .lost("gone-1")
            .leftover("left-1")
            .used("left-1", 7L << 30)
            .volume("free-1")
            .released("free-1");
    said = poolkeeper.night(estate.write(folder.resolve("estate"), NIGHT));
  }

  @Test
  void exitCodeIsZeroAndStdoutNamesTheReport() {
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(said.output().lines().skip(1))
        .containsExactly(
            poolkeeper.out().resolve(NIGHT).resolve("nightly.json").toString(),
            poolkeeper.out().resolve(NIGHT).resolve("nightly.pdf").toString(),
            poolkeeper.out().resolve(NIGHT).resolve("nightly.html").toString());
  }

  @Test
  void findingsAreExactlyWhatIsWrong() {
    assertThat(poolkeeper.findings(NIGHT))
        .extracting(f -> f.path("code").asString() + " " + f.path("subject").asString())
        .containsExactlyInAnyOrder(
            "PK101 prod-a/persistentvolumes/gone-1",
            "PK102 nas1/datasets/tank/k8s/vols/left-1",
            "PK103 prod-a/persistentvolumes/free-1",
            "PK202 nas1/snapshots/tank/k8s/vols/steady-2@snapshot-2",
            "PK307 prod-a/namespaces/media");
    JsonNode leftover =
        poolkeeper.findings(NIGHT, f -> f.path("code").asString().equals("PK102")).get(0);
    assertThat(leftover.path("status").asString()).isEqualTo("new");
    assertThat(leftover.path("severity").asString()).isEqualTo("info");
    assertThat(leftover.path("firstSeen").asString()).isEqualTo(NIGHT);
    assertThat(leftover.path("nights").asInt()).isEqualTo(1);
    assertThat(leftover.path("reclaimableBytes").asLong()).isEqualTo(7L << 30);
    assertThat(leftover.path("cause").isNull()).isTrue();
    assertThat(leftover.path("evidence").size()).isPositive();
    assertThat(leftover.path("action").asString()).isNotBlank();
  }

  @Test
  void reportFilesNameTheFindings() throws Exception {
    Path night = poolkeeper.out().resolve(NIGHT);
    String page = Files.readString(night.resolve("nightly.html"));
    assertThat(page.contains("left-1") && page.contains("gone-1")).isTrue();
    assertThat(page.contains("role=\"region\" aria-label=\"Demo data\"")).isFalse();
    JsonNode report = new JsonMapper().readTree(Files.readString(night.resolve("nightly.json")));
    assertThat(report.path("date").asString()).isEqualTo(NIGHT);
    assertThat(report.path("demo").asBoolean()).isFalse();
    assertThat(report.path("history").toString())
        .isEqualTo("[{\"origin\":\"rebuilt\",\"days\":1,\"since\":\"2025-11-03\"}]");
    assertThat(page)
        .contains(
            "History: 1 measured night, 1 day rebuilt from ZFS snapshots (oldest 2025-11-03).");
    assertThat(ReportSchema.errors(night.resolve("nightly.json"))).isEmpty();
  }

  @Test
  void ledgerHoldsRunObjectsLinksAndUsage() {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(
              ledger
                  .sql()
                  .sql("select status || ' ' || attempt from ledger.run")
                  .query(String.class)
                  .list())
          .containsExactly("complete 1");
      assertThat(ledger.count("select count(*) from mart.volume where run_on = '2026-02-11'"))
          .isEqualTo(8);
      assertThat(ledger.count("select count(*) from mart.link where confidence = 'confirmed'"))
          .isEqualTo(8); // seven volumes, one content
      assertThat(
              ledger
                  .sql()
                  .sql(
                      "select used_bytes from mart.dataset where run_on = '2026-02-11' and subject = :s")
                  .param("s", SmallEstate.DATASETS + "left-1")
                  .query(Long.class)
                  .single())
          .isEqualTo(7L << 30);
      assertThat(
              ledger.count(
                  "select count(*) from ledger.capture where jsonb_array_length(problems) > 0"))
          .isEqualTo(17); // volume-stats and what need not be recorded either: add-ons, apps, tasks
      assertThat(ledger.count("select count(*) from staging.object")).isZero();
      assertThat(ledger.count("select count(*) from staging.verdict")).isZero();
    }
  }

  @Test
  void nothingButStepsIsLogged() {
    List<String> noise = said.errors().lines().filter(line -> !line.contains("step=")).toList();
    assertThat(noise).isEmpty();
  }
}
