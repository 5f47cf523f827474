package dev.poolkeeper.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A night with two overdue snapshots, through the ledger and all commands that show them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionNightIT {

  private static final String DATASET =
      "nas1/datasets/tank/k8s/vols/pvc-a1a1a1a1-a1a1-41a1-81a1-a1a1a1a1a1a1";

  private Poolkeeper poolkeeper;
  private Path folder = Path.of("");

  @BeforeAll
  void run(@TempDir Path given) {
    folder = given;
    poolkeeper = SharedServer.poolkeeper(folder);
    Scenario scenario =
        Scenario.all().stream()
            .filter(one -> one.name().equals("code-301-retention-overdue"))
            .findFirst()
            .orElseThrow();
    Path estate = ScenarioNight.write(scenario.nights().get(0).files(), folder.resolve("estate"));
    Poolkeeper.Said said = poolkeeper.night(estate);

    assertThat(said.exitCode()).as(said.errors()).isZero();
  }

  private JsonNode json(String... arguments) {
    Poolkeeper.Said said = poolkeeper.run(arguments);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    return said.json();
  }

  @Test
  void theNightSaysIt() {
    assertThat(json("findings", "-o", "json"))
        .extracting(f -> f.path("code").asString() + " " + f.path("subject").asString())
        .containsExactly(
            "PK301 " + DATASET,
            "PK307 prod-a/namespaces/db",
            "PK307 prod-a/persistentvolumeclaims/media/photos");
  }

  @Test
  void theListHasTheDatasetAndItsTask() {
    JsonNode list = json("retention", "list", "-o", "json", "--subject", "a1a1");

    assertThat(list).hasSize(1);
    assertThat(list.get(0).path("overdue").asInt()).isEqualTo(2);
    assertThat(list.get(0).path("kept").asInt()).isEqualTo(7);
    assertThat(json("retention", "-o", "json", "--subject", "snapshot-tasks/3")).hasSize(1);
  }

  @Test
  void everyOverdueSnapshotIsListedWithWhoShouldHaveRemovedIt() {
    JsonNode list = json("snapshots", "--overdue", "-o", "json");

    assertThat(list)
        .extracting(s -> s.path("subject").asString().replaceFirst(".*@", ""))
        .containsExactly("auto-2026-01-20_00-00", "auto-2026-01-21_00-00");
    assertThat(list.get(0).path("reasons").toString()).contains("snapshot-tasks/3 removes it at");
    assertThat(json("snapshots", "--unowned", "--held", "-o", "json")).isEmpty();
  }

  @Test
  void aSimulationGoesByTheTasksOrByAnotherPolicy() throws IOException {
    JsonNode byTask = json("retention", "simulate", "--days", "3", "-o", "json");

    assertThat(byTask).hasSize(1);
    assertThat(byTask.get(0).path("now").asInt()).isEqualTo(10); // with one of Kubernetes
    assertThat(byTask.get(0).path("made").asInt()).isEqualTo(3);
    assertThat(byTask.get(0).path("left").asInt()).isEqualTo(8);
    assertThat(byTask.get(0).path("tomorrow").toString()).contains("auto-2026-01-20_00-00");

    Path policy = folder.resolve("other.yaml");
    Files.writeString(
        policy,
        """
        poolkeeper:
          retention:
            - { match: { dataset: "tank/k8s/vols/*" }, keep: last 2 }
        """);
    JsonNode byPolicy =
        json("retention", "simulate", "--policy", policy.toString(), "-o", "json").get(0);

    assertThat(byPolicy.path("left").asInt()).isEqualTo(3);
    assertThat(byPolicy.path("now").asInt()).isEqualTo(10);
    assertThat(json("snapshots", "-o", "json")).hasSizeGreaterThan(8); // nothing was deleted
  }

  @Test
  void everyProblemOfAPolicyFileIsSaidAtOnceWithItsLine() throws IOException {
    Path policy = folder.resolve("wrong.yaml");
    Files.writeString(
        policy,
        """
        poolkeeper:
          retention:
            - match: { dataset: "tank/**" }
              keep: "14x1d, 3x2q, last none"
            - match: { nas: nas1 }
              freshness: [1d 9h/3h]
              keep: 7x1d
            - match: { nas: nas2 }
        """);
    Poolkeeper.Said said = poolkeeper.run("retention", "simulate", "--policy", policy.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(said.errors())
        .contains("retention[0].keep is '3x2q', expected a length")
        .contains("retention[0].keep is 'last none', expected a number from 1 to 999999")
        .contains("(line 4)")
        .contains("retention[1].freshness is '1d 9h/3h', expected a period")
        .contains("(line 6)")
        .contains("retention[2].keep is missing, expected what is kept")
        .contains("(line 8)");
  }

  @Test
  void aSanoidConfIsReadToo() throws IOException {
    Path policy = folder.resolve("sanoid.conf");
    Files.writeString(
        policy,
        """
        [tank/k8s]
          use_template = production
          recursive = yes
        [template_production]
          daily = 30   # a month
          hourly = 36
        """);
    assertThat(json("retention", "simulate", "--policy", policy.toString(), "-o", "json"))
        .isNotEmpty();

    Files.writeString(policy, "[tank/k8s]\nuse_template = gone\nnonsense\n");
    Poolkeeper.Said said = poolkeeper.run("retention", "simulate", "--policy", policy.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(said.errors())
        .contains("line 3 is 'nonsense'")
        .contains("uses the template 'gone', which is not there")
        .contains("[tank/k8s] keeps nothing");
  }
}
