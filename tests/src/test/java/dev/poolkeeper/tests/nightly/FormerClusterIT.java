package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A second cluster in the same parent dataset: registered, taken out of the configuration, back
 * under another name, and gone for good.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormerClusterIT {

  private static final String REGISTERED = "2026-02-08";
  private static final String TAKEN_OUT = "2026-02-09";
  private static final String STILL_OUT = "2026-02-10";
  private static final String RENAMED = "2026-02-11";
  private static final String GONE = "2026-02-12";
  private static final String STAYS = SmallEstate.DATASETS + "stays";
  private static final String GOES = SmallEstate.DATASETS + "goes";

  private static final String SNAPSHOT = "nas1/snapshots/tank/k8s/vols/stays@snapshot-b";

  private Path folder = Path.of("");
  private Poolkeeper poolkeeper;

  @BeforeAll
  void run(@TempDir Path given) throws IOException {
    folder = given;
    poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate whole =
        SmallEstate.ofHealthyVolumes(6)
            .leftover("stays")
            .leftover("goes")
            .leftover("ours")
            .strandedSnapshot("stays", "snapshot-b");
    SmallEstate second =
        SmallEstate.ofHealthyVolumes(0)
            .volume("stays")
            .volume("goes")
            .snapshot("stays", "snapshot-b");
    night(whole, REGISTERED, second, "prod-b");
    night(whole, TAKEN_OUT, second);
    night(whole, STILL_OUT, second);
    night(whole, RENAMED, second.withoutVolume("goes"), "prod-c");
    Path configuration = folder.resolve("gone.yaml");
    Files.writeString(configuration, "poolkeeper: {orphans: {gone-clusters: [prod-b, prod-c]}}\n");
    whole.write(folder.resolve(GONE), GONE);
    done(poolkeeper.night(folder.resolve(GONE), "--config", configuration.toString()));
  }

  private void night(SmallEstate whole, String date, SmallEstate second, String... names)
      throws IOException {
    Path estate = whole.write(folder.resolve(date), date);
    for (String name : names) {
      Path other = second.write(folder.resolve(date + "-" + name), date);
      copy(other.resolve("clusters/prod-a"), estate.resolve("clusters/" + name));
      Files.writeString(
          estate.resolve("estate.json"),
          "{\"capturedAt\": \"%sT02:00:00Z\", \"clusters\": [\"prod-a\", \"%s\"], \"nas\": [\"nas1\"]}"
              .formatted(date, name));
    }
    done(poolkeeper.night(estate));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> listed = Files.list(from)) {
      listed.forEach(files::add);
    }
    for (Path file : files) {
      String text = Files.readString(file).replace(SmallEstate.CLUSTER_UID, "uid-of-the-second");
      Files.writeString(to.resolve(file.getFileName()), text);
    }
  }

  private static void done(Poolkeeper.Said said) {
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
  }

  private static String said(JsonNode finding) {
    boolean undecided = finding.path("status").asString().equals("undecided");
    return finding.path("code").asString()
        + (undecided ? "? " : " ")
        + finding.path("subject").asString();
  }

  private List<String> said(String date) {
    return poolkeeper.findings(date).stream()
        .filter(finding -> !finding.path("status").asString().equals("resolved"))
        .map(FormerClusterIT::said)
        .filter(finding -> finding.startsWith("PK1") || finding.startsWith("PK2"))
        .sorted()
        .toList();
  }

  @Test
  void volumesOfARegisteredClusterAreInOrder() {
    assertThat(said(REGISTERED)).containsExactly("PK102 " + SmallEstate.DATASETS + "ours");
  }

  @Test
  void takenOutOfTheConfigurationTheyAreProtectedAndStaySo() {
    for (String date : List.of(TAKEN_OUT, STILL_OUT)) {
      assertThat(said(date))
          .containsExactly(
              "PK102 " + SmallEstate.DATASETS + "ours",
              "PK110 " + GOES,
              "PK110 " + STAYS,
              "PK202? " + SNAPSHOT);
    }
    assertThat(
            poolkeeper
                .findings(STILL_OUT, f -> f.path("subject").asString().equals(GOES))
                .get(0)
                .path("evidence")
                .get(0)
                .asString())
        .isEqualTo(
            "prod-b/persistentvolumes/goes stood on it until 2026-02-08; prod-b is no longer"
                + " registered");
  }

  @Test
  void underAnotherNameTheClusterIsTheSame() {
    assertThat(said(RENAMED))
        .containsExactly("PK102 " + GOES, "PK102 " + SmallEstate.DATASETS + "ours");
  }

  @Test
  void whatAClusterThatIsGoneForGoodLeftBehindIsALeftover() {
    assertThat(said(GONE))
        .containsExactly(
            "PK102 " + GOES,
            "PK102 " + SmallEstate.DATASETS + "ours",
            "PK102 " + STAYS,
            "PK202 " + SNAPSHOT);
    assertThat(
            poolkeeper.findings(GONE, f -> f.path("subject").asString().equals(STAYS)).stream()
                .filter(f -> f.path("code").asString().equals("PK102"))
                .map(f -> f.path("cause").asString() + ": " + f.path("causeEvidence").asString())
                .toList())
        .containsExactly(
            "cluster-gone: prod-c/persistentvolumes/stays stood on it until 2026-02-11, and"
                + " orphans.gone-clusters names prod-c");
  }
}
