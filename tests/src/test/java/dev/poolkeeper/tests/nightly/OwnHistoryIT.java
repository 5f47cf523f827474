package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.ReportSchema;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the ledger itself remembers, over five nights: things are there, their list is not read,
 * they are gone, some are back, and one of those is wanted again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnHistoryIT {

  private static final String THERE = "2026-02-09";
  private static final String UNREAD = "2026-02-10";
  private static final String GONE = "2026-02-11";
  private static final String BACK = "2026-02-12";
  private static final String WANTED = "2026-02-13";
  private static final String SNAPSHOTS = "nas1/snapshots/tank/k8s/vols/steady-1@";

  private Path folder = Path.of("");
  private Poolkeeper poolkeeper;

  @BeforeAll
  void run(@TempDir Path given) throws IOException {
    folder = given;
    poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate estate =
        SmallEstate.ofHealthyVolumes(8)
            .volume("destroyed")
            .volume("kept")
            .released("kept")
            .retained("kept")
            .leftover("returns")
            .leftover("wanted")
            .volume("idle")
            .idle("idle")
            .strandedSnapshot("steady-1", "snapshot-returns")
            .strandedSnapshot("steady-1", "snapshot-anew");
    for (int i = 1; i <= 6; i++) {
      estate.snapshot("steady-2", "snapshot-" + i);
    }
    night(estate, THERE, ExitCode.DONE);
    Files.delete(
        estate
            .withoutDataset("returns")
            .withoutDataset("wanted")
            .withoutDataset("destroyed")
            .withoutVolume("kept")
            .withoutSnapshot("snapshot-returns")
            .withoutSnapshot("snapshot-anew")
            .write(folder.resolve(UNREAD), UNREAD)
            .resolve("nas/nas1/pool.dataset.query.json"));
    run(UNREAD, ExitCode.INCOMPLETE);
    night(estate, GONE, ExitCode.DONE);
    estate
        .leftover("returns")
        .leftover("wanted")
        .strandedSnapshot("steady-1", "snapshot-returns")
        .strandedSnapshot("steady-1", "snapshot-anew", Instant.parse("2026-02-10T20:00:00Z"));
    night(estate, BACK, ExitCode.DONE);
    night(estate.volume("wanted"), WANTED, ExitCode.DONE);
  }

  private void night(SmallEstate estate, String date, int exitCode) {
    estate.write(folder.resolve(date), date);
    run(date, exitCode);
  }

  private void run(String date, int exitCode) {
    Poolkeeper.Said said = poolkeeper.night(folder.resolve(date));
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(exitCode);
  }

  private List<JsonNode> said(String code, String date) {
    return poolkeeper.findings(
        date,
        finding ->
            finding.path("code").asString().equals(code)
                && !finding.path("status").asString().equals("resolved"));
  }

  private static String cause(JsonNode finding) {
    return "%s %s: %s"
        .formatted(
            finding.path("subject").asString(),
            finding.path("cause").asString(),
            finding.path("causeEvidence").asString());
  }

  @Test
  void onlyTheSameObjectsHaveComeBack() {
    assertThat(said("PK112", UNREAD)).isEmpty();
    assertThat(said("PK112", GONE)).isEmpty();
    assertThat(said("PK112", BACK))
        .extracting(finding -> finding.path("subject").asString())
        .containsExactly(
            SmallEstate.DATASETS + "returns",
            SmallEstate.DATASETS + "wanted",
            SNAPSHOTS + "snapshot-returns");
  }

  @Test
  void nightThatWasNotReadIsNeitherSeenNorMissed() {
    assertThat(said("PK112", BACK).get(0).path("evidence").valueStream().map(JsonNode::asString))
        .containsExactly(
            "reported as PK102 until 2026-02-09T02:00:00Z",
            "not there at 2026-02-11T02:00:00Z",
            "there again, created 2025-11-03T09:00:00Z: the same object");
  }

  @Test
  void whatIsInUseAgainIsNoMatterAnyMore() {
    assertThat(said("PK112", WANTED))
        .extracting(finding -> finding.path("subject").asString())
        .containsExactly(SmallEstate.DATASETS + "returns", SNAPSHOTS + "snapshot-returns");
  }

  @Test
  void lostVolumeIsKnownToHaveBeenDestroyedOutside() {
    assertThat(said("PK101", GONE))
        .extracting(OwnHistoryIT::cause)
        .containsExactly(
            "prod-a/persistentvolumes/destroyed deleted-outside: it stood on"
                + " nas1/datasets/tank/k8s/vols/destroyed, which was there on 2026-02-09 and gone on"
                + " 2026-02-11, while the volume stayed");
  }

  @Test
  void leftoverOfAVolumeSeenWithRetainWasKeptByIt() {
    assertThat(said("PK102", BACK))
        .extracting(OwnHistoryIT::cause)
        .contains(
            SmallEstate.DATASETS
                + "kept retain-policy: prod-a/persistentvolumes/kept had reclaim policy Retain, phase"
                + " Released, and was last there on 2026-02-09");
  }

  @Test
  void claimIsUnusedSinceTheFirstNightItWasSeenSo() {
    assertThat(said("PK105", THERE).get(0).path("evidence").toString())
        .contains("first seen unused tonight");
    assertThat(said("PK105", UNREAD).get(0).path("status").asString()).isEqualTo("undecided");
    assertThat(said("PK105", BACK).get(0).path("evidence").toString())
        .contains("seen unused on 3 nights, first at 2026-02-09T02:00:00Z");
  }

  @Test
  void causeThatNothingShowsIsNull() {
    JsonNode leftover =
        said("PK102", BACK).stream()
            .filter(f -> f.path("subject").asString().endsWith("/returns"))
            .findFirst()
            .orElseThrow();

    assertThat(leftover.path("cause").isNull()).isTrue();
    assertThat(leftover.path("causeEvidence").isNull()).isTrue();
  }

  @Test
  void reportAndExplanationTellTheCause() throws IOException {
    Path report = poolkeeper.out().resolve(BACK);

    assertThat(Files.readString(report.resolve("nightly.html"))).contains("retain-policy");
    assertThat(ReportSchema.errors(report.resolve("nightly.json"))).isEmpty();
    assertThat(poolkeeper.run("explain", SmallEstate.DATASETS + "kept").output())
        .contains("Probable cause: retain-policy")
        .containsPattern("was\\s+last\\s+there\\s+on\\s+2026-02-09");
  }
}
