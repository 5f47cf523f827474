package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.Rights;
import dev.poolkeeper.tests.simulator.SimulatedEstate;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code poolkeeper check} says, and returns. */
class CheckIT {

  @TempDir private Path folder;
  private Poolkeeper poolkeeper;

  @BeforeEach
  void ledger() {
    poolkeeper = SharedServer.poolkeeper(folder);
  }

  private SimulatedEstate start() {
    Path recording =
        SmallEstate.ofHealthyVolumes(2).write(folder.resolve("recording"), "2026-02-11");
    return SimulatedEstate.start(recording, Generation.GOLDEYE_25_10);
  }

  @Test
  void everythingWellIsZeroAndChangesNothing() throws Exception {
    try (SimulatedEstate estate = start()) {
      Path config = estate.write(folder.resolve("configuration"));
      Files.setPosixFilePermissions(
          config.resolveSibling("nas1.api-key"), PosixFilePermissions.fromString("rw-------"));

      Poolkeeper.Said said = poolkeeper.run("check", "--config", config.toString());

      assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
      assertThat(said.output())
          .contains("✓ ok   poolkeeper", "✓ ok   ledger", "PostgreSQL", "to be applied")
          .contains("✓ ok   prod-a", "✓ ok   nas1", "login", "0 failed");
      assertThat(said.output().indexOf("ledger")).isLessThan(said.output().indexOf("login"));
      try (Ledger ledger = Ledger.of(poolkeeper)) {
        assertThat(ledger.count("select count(*) from pg_namespace where nspname = 'ledger'"))
            .isZero();
      }
    }
  }

  @Test
  void executorsAreTriedAndNobodyActs() throws Exception {
    try (SimulatedEstate estate = start()) {
      Path config = estate.writeWithExecutors(folder.resolve("configuration"));

      Poolkeeper.Said well = poolkeeper.run("check", "--config", config.toString());
      Path key = config.resolveSibling("nas1.executor.api-key");
      Files.writeString(key, estate.nas("nas1").apiKey(Rights.LIMITED) + "\n");
      Files.copy(
          config.resolveSibling("prod-a.kubeconfig"),
          config.resolveSibling("prod-a.executor.kubeconfig"),
          StandardCopyOption.REPLACE_EXISTING);
      Poolkeeper.Said lacking = poolkeeper.run("check", "--config", config.toString());

      assertThat(well.exitCode()).as(well.toString()).isEqualTo(ExitCode.DONE);
      assertThat(well.output())
          .contains("executor may do all that a cleanup needs")
          .contains("poolkeeper has all roles that a cleanup needs");
      assertThat(lacking.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
      assertThat(lacking.output())
          .contains("✗ FAIL prod-a", "delete persistentvolumes", "delete volumesnapshotcontents")
          .contains("✗ FAIL nas1", "SHARING_NFS_WRITE", "DATASET_DELETE");
      assertThat(estate.nas("nas1").calls())
          .noneMatch(call -> call.matches(".*\\.(delete|create|update|destroy)"));
    }
  }

  @Test
  void everyFailureHasItsNextStepInEveryFormat() throws Exception {
    try (SimulatedEstate estate = start()) {
      Path config = estate.write(folder.resolve("configuration"));
      Files.writeString(config.resolveSibling("nas1.api-key"), "1-wrong\n");
      Files.setPosixFilePermissions(
          config.resolveSibling("nas1.api-key"), PosixFilePermissions.fromString("rw-r--r--"));

      Poolkeeper.Said text = poolkeeper.run("check", "--config", config.toString());
      Poolkeeper.Said json = poolkeeper.run("check", "--config", config.toString(), "-o", "json");

      assertThat(text.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
      assertThat(text.output())
          .contains("✗ FAIL nas1", "      Next: ", "! warn poolkeeper", "nas[0].api-key-file")
          .doesNotContain("1-wrong");
      assertThat(json.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
      assertThat(json.json().valueStream().filter(line -> outcome(line).equals("failed")))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line.path("next").asString()).isNotEmpty());
      assertThat(json.json().valueStream().filter(line -> subject(line).equals("prod-a")))
          .isNotEmpty()
          .noneMatch(line -> outcome(line).equals("failed"));
    }
  }

  private static String outcome(JsonNode line) {
    return line.path("outcome").asString();
  }

  private static String subject(JsonNode line) {
    return line.path("subject").asString();
  }

  @Test
  void brokenConfigurationIsFour() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("broken.yaml"), "poolkeeper: {nas: [{name: nas1, url: 'http://nas1'}]}");

    Poolkeeper.Said said = poolkeeper.run("check", "--config", config.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(said.output())
        .contains("✗ FAIL poolkeeper", "never sent over plain HTTP", "api-key-file is missing")
        .contains("- skip ledger");
  }

  @Test
  void databaseThatIsNotThereIsSix() {
    Poolkeeper.Said said =
        new Poolkeeper(folder)
            .with("POOLKEEPER_DB_URL", "jdbc:postgresql://localhost:1/none")
            .run("check", "-o", "json");

    assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(said.json().valueStream().filter(line -> subject(line).equals("ledger")))
        .singleElement()
        .satisfies(line -> assertThat(line.path("next").asString()).contains("POOLKEEPER_DB_URL"));
  }

  @Test
  void ledgerInUseHasNothingPending() throws Exception {
    Path recording =
        SmallEstate.ofHealthyVolumes(1).write(folder.resolve("recording"), "2026-02-11");
    assertThat(poolkeeper.night(recording).exitCode()).isZero();

    Poolkeeper.Said said = poolkeeper.run("check");

    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(said.output()).containsPattern("migrations +all \\d+ applied");
    assertThat(said.output()).contains("run nightly works with --from only");
  }
}
