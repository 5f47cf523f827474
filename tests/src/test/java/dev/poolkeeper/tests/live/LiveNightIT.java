package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.ReportSchema;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Nights on live systems, from the configuration file to the report. */
class LiveNightIT {

  @TempDir private Path folder;
  private Path recording;

  @BeforeEach
  void record() {
    recording =
        SmallEstate.ofHealthyVolumes(5)
            .lost("lost-1")
            .leftover("left-1")
            .volume("free-1")
            .released("free-1")
            .snapshot("steady-1", "snapshot-a")
            .strandedSnapshot("steady-2", "snapshot-b")
            .write(folder.resolve("recording"), "2026-02-11");
  }

  private LiveEstateOnPorts start(Generation generation) {
    return LiveEstateOnPorts.start(folder, recording, generation);
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void recordingOfALiveEstateIsJudgedLikeTheLiveEstate(Generation generation) {
    try (LiveEstateOnPorts estate = start(generation)) {
      Poolkeeper live = estate.poolkeeper();
      Poolkeeper.Said night = estate.night(live, estate.configuration());
      assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);

      Path bundle = folder.resolve("bundle");
      Poolkeeper.Said capture =
          live.run(
              "capture", "--config", estate.configuration().toString(), "--to", bundle.toString());
      assertThat(capture.exitCode()).as(capture.toString()).isEqualTo(ExitCode.DONE);
      Poolkeeper recorded = estate.poolkeeper();
      Poolkeeper.Said replay = recorded.night(bundle);
      assertThat(replay.exitCode()).as(replay.toString()).isEqualTo(ExitCode.DONE);

      assertThat(LiveEstateOnPorts.findings(recorded))
          .isEqualTo(LiveEstateOnPorts.findings(live))
          .anyMatch(line -> line.startsWith("PK101 prod-a/persistentvolumes/lost-1"))
          .anyMatch(line -> line.startsWith("PK102 nas1/datasets/tank/k8s/vols/left-1"))
          .anyMatch(line -> line.startsWith("PK202 nas1/snapshots/"));
    }
  }

  /** What is said of volumes depends on the estate, not on the release or the way it was asked. */
  @ParameterizedTest
  @EnumSource(Generation.class)
  void everyGenerationSaysWhatTheRecordingSays(Generation generation) {
    try (LiveEstateOnPorts estate = start(generation)) {
      Poolkeeper live = estate.poolkeeper();
      assertThat(estate.night(live, estate.configuration()).exitCode()).isZero();
      Poolkeeper recorded = estate.poolkeeper();
      assertThat(recorded.night(recording).exitCode()).isZero();

      assertThat(ofVolumes(live)).isNotEmpty().isEqualTo(ofVolumes(recorded));
    }
  }

  /** Findings of the appliance itself differ: an old release is one. */
  private static List<String> ofVolumes(Poolkeeper poolkeeper) {
    return LiveEstateOnPorts.findings(poolkeeper).stream()
        .filter(line -> line.matches("PK[12]\\d\\d .*"))
        .toList();
  }

  @Test
  void secondNightListsSnapshotsByNameAndSaysTheSame() throws Exception {
    try (LiveEstateOnPorts estate = start(Generation.GOLDEYE_25_10)) {
      Poolkeeper poolkeeper = estate.poolkeeper();
      assertThat(estate.night(poolkeeper, estate.configuration()).exitCode()).isZero();
      List<String> first = LiveEstateOnPorts.findings(poolkeeper);
      assertThat(snapshots(poolkeeper).path("fromMemory").asLong()).isZero();

      assertThat(estate.night(poolkeeper, estate.configuration()).exitCode()).isZero();

      assertThat(LiveEstateOnPorts.findings(poolkeeper)).isEqualTo(first);
      assertThat(snapshots(poolkeeper).path("fromMemory").asLong()).isEqualTo(2);
      assertThat(snapshots(poolkeeper).path("status").asString()).isEqualTo("complete");
      assertThat(ReportSchema.errors(LiveEstateOnPorts.last(poolkeeper.out(), "nightly.json")))
          .isEmpty();
      assertThat(poolkeeper.run("snapshots", "-o", "json").json().toString())
          .doesNotContain("\"usedBytes\":null", "\"createdAt\":null");

      Path always =
          estate.configuration("      username:", "      snapshot-refresh: 0s\n      username:");
      assertThat(estate.night(poolkeeper, always).exitCode()).isZero();
      assertThat(snapshots(poolkeeper).path("fromMemory").asLong()).isZero();
    }
  }

  private static JsonNode snapshots(Poolkeeper poolkeeper) {
    return LiveEstateOnPorts.report(poolkeeper)
        .path("coverage")
        .valueStream()
        .filter(part -> part.path("part").asString().equals("nas1/snapshots"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reportSaysWhatWasSpokenHowOftenAndWhatIsNotVerified() {
    try (LiveEstateOnPorts estate = start(Generation.GOLDEYE_25_10)) {
      String authority =
          "ca-file: " + estate.configuration().resolveSibling("ca.crt").toAbsolutePath();
      Path insecure = estate.configuration(authority, "insecure: true");
      Poolkeeper poolkeeper = estate.poolkeeper();

      assertThat(estate.night(poolkeeper, insecure).exitCode()).isZero();

      JsonNode nas =
          LiveEstateOnPorts.report(poolkeeper)
              .path("sources")
              .valueStream()
              .filter(source -> source.path("name").asString().equals("nas1"))
              .findFirst()
              .orElseThrow();
      assertThat(nas.path("api").asString()).contains("JSON-RPC");
      assertThat(nas.path("calls").asInt()).isBetween(5, 30);
      assertThat(nas.path("remarks").get(0).asString()).contains("not verified");
      String page =
          LiveEstateOnPorts.read(LiveEstateOnPorts.last(poolkeeper.out(), "nightly.html"));
      assertThat(page).contains("calls to nas1", "calls to prod-a");
      assertThat(page.indexOf("not verified")).isLessThan(page.indexOf("<main"));
      try (Ledger ledger = Ledger.of(poolkeeper)) {
        assertThat(ledger.count("select count(*) from ledger.run where origin = 'live'")).isOne();
      }
    }
  }

  @Test
  void sourceThatDoesNotAnswerIsIncompleteAndTheOtherIsRead() {
    try (LiveEstateOnPorts estate = start(Generation.GOLDEYE_25_10)) {
      Path closed =
          estate.configuration(estate.systems().nas("nas1").httpsUrl(), "https://localhost:1");
      Poolkeeper poolkeeper = estate.poolkeeper();

      Poolkeeper.Said night = estate.night(poolkeeper, closed);

      assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.INCOMPLETE);
      assertThat(LiveEstateOnPorts.findings(poolkeeper))
          .anyMatch(line -> line.startsWith("PK901 nas1"))
          .noneMatch(line -> line.matches("PK10[12] .* new .*"));
      Path bundle = folder.resolve("bundle");
      Poolkeeper.Said capture =
          poolkeeper.run("capture", "--config", closed.toString(), "--to", bundle.toString());
      assertThat(capture.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
      assertThat(capture.errors()).contains("localhost:1", "Next:", "The recording is incomplete");
      assertThat(bundle.resolve("clusters/prod-a/persistentvolumes.json")).exists();
      assertThat(bundle.resolve("nas/nas1")).isEmptyDirectory();
    }
  }

  @Test
  void listThatBreaksOffIsNotRecordedUnderItsName() {
    try (LiveEstateOnPorts estate = start(Generation.GOLDEYE_25_10)) {
      estate.systems().nas("nas1").faults().always("sharing.nfs.query", Fault.garbage());
      Path bundle = folder.resolve("bundle");

      Poolkeeper.Said capture =
          estate
              .poolkeeper()
              .run(
                  "capture",
                  "--config",
                  estate.configuration().toString(),
                  "--to",
                  bundle.toString());

      assertThat(capture.exitCode()).as(capture.toString()).isEqualTo(ExitCode.INCOMPLETE);
      assertThat(bundle.resolve("nas/nas1/sharing.nfs.query.json")).doesNotExist();
      assertThat(bundle.resolve("nas/nas1/pool.query.json")).exists();
    }
  }

  @Test
  void liveRunTakesNoDateAndNoDemoAndNeedsSources() throws Exception {
    try (LiveEstateOnPorts estate = start(Generation.GOLDEYE_25_10)) {
      Poolkeeper poolkeeper = estate.poolkeeper();
      String config = estate.configuration().toString();

      Poolkeeper.Said dated =
          poolkeeper.run("run", "nightly", "--config", config, "--date", "2026-02-11");
      assertThat(dated.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(dated.errors()).contains("--date needs --from");
      Poolkeeper.Said demo = poolkeeper.run("run", "nightly", "--config", config, "--demo");
      assertThat(demo.exitCode()).isEqualTo(ExitCode.USAGE);
      Path empty = Files.writeString(folder.resolve("empty.yaml"), "poolkeeper: {}\n");
      Poolkeeper.Said none = poolkeeper.run("run", "nightly", "--config", empty.toString());
      assertThat(none.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(none.errors())
          .contains("poolkeeper.clusters is empty", "poolkeeper.nas is empty", "api-key-file");
    }
  }
}
