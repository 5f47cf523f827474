package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Findings over six nights of one estate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOfFindingsIT {

  private Path folder = Path.of("");
  private Poolkeeper poolkeeper;

  @BeforeAll
  void run(@TempDir Path given) {
    folder = given;
    poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate estate = SmallEstate.ofHealthyVolumes(8).leftover("stays").leftover("goes");
    night(estate, "2026-02-09");
    night(estate, "2026-02-10");
    night(estate.withoutDataset("goes"), "2026-02-11");
    night(estate.leftover("goes"), "2026-02-12");
    night(estate.volume("stays"), "2026-02-13");
    night(estate, "2026-02-14");
  }

  private void night(SmallEstate estate, String date) {
    Poolkeeper.Said said = poolkeeper.night(estate.write(folder.resolve("estate-" + date), date));
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
  }

  private String state(String volume, String date) {
    return state("PK102", volume, date);
  }

  private String state(String code, String volume, String date) {
    return poolkeeper
        .findings(
            date,
            f ->
                f.path("code").asString().equals(code)
                    && f.path("subject").asString().endsWith("/" + volume))
        .stream()
        .map(LifeOfFindingsIT::state)
        .reduce("", String::concat);
  }

  private static String state(JsonNode finding) {
    return "%s %s, %s, night %d since %s"
        .formatted(
            finding.path("status").asString(),
            finding.path("severity").asString(),
            finding.path("confirmed").asBoolean() ? "confirmed" : "not confirmed",
            finding.path("nights").asInt(),
            finding.path("firstSeen").asString());
  }

  @Test
  void newThenPersistingThenConfirmed() {
    assertThat(state("stays", "2026-02-09"))
        .isEqualTo("new info, not confirmed, night 1 since 2026-02-09");
    assertThat(state("stays", "2026-02-10"))
        .isEqualTo("persisting info, not confirmed, night 2 since 2026-02-09");
    assertThat(state("stays", "2026-02-11"))
        .isEqualTo("persisting warning, confirmed, night 3 since 2026-02-09");
  }

  @Test
  void resolvedOnceAndThenSilent() {
    assertThat(state("stays", "2026-02-13"))
        .isEqualTo("resolved warning, confirmed, night 4 since 2026-02-09");
    assertThat(state("stays", "2026-02-14")).isEmpty();
  }

  @Test
  void reopenedAgesFromItsReturn() {
    assertThat(state("goes", "2026-02-11")).startsWith("resolved info, not confirmed, night 2");
    assertThat(state("goes", "2026-02-12"))
        .isEqualTo("reopened info, not confirmed, night 1 since 2026-02-12");
  }

  @Test
  void whatCameBackIsSaidToHaveComeBackAsLongAsItIsThere() {
    assertThat(state("PK112", "goes", "2026-02-11")).isEmpty();
    assertThat(state("PK112", "goes", "2026-02-12"))
        .isEqualTo("new warning, confirmed, night 1 since 2026-02-12");
    assertThat(state("PK112", "goes", "2026-02-14"))
        .isEqualTo("persisting warning, confirmed, night 3 since 2026-02-12");
  }

  @Test
  void orphansShowsOnlyWhatIsOpen() {
    Poolkeeper.Said said = poolkeeper.run("orphans", "-o", "json", "--date", "2026-02-13");

    assertThat(said.json().valueStream().map(f -> f.path("subject").asString()).distinct())
        .containsExactly(SmallEstate.DATASETS + "goes");
  }
}
