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

/** Three good nights, one on which a cluster's volumes shrank beyond belief, and a good one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldNightIT {

  private static final String HELD = "2026-02-12";

  private Path folder = Path.of("");
  private Poolkeeper poolkeeper;

  @BeforeAll
  void run(@TempDir Path given) {
    folder = given;
    poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate estate = SmallEstate.ofHealthyVolumes(8).leftover("stray");
    for (String date : List.of("2026-02-09", "2026-02-10", "2026-02-11")) {
      night(estate, date, ExitCode.DONE);
    }
    for (int i = 1; i <= 6; i++) {
      estate.withoutVolume("steady-" + i);
    }
    night(estate, HELD, ExitCode.INCOMPLETE);
    for (int i = 1; i <= 6; i++) {
      estate.volume("steady-" + i);
    }
    night(estate.leftover("stray-2"), "2026-02-13", ExitCode.DONE);
  }

  private void night(SmallEstate estate, String date, int exitCode) {
    Poolkeeper.Said said = poolkeeper.night(estate.write(folder.resolve("estate-" + date), date));
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(exitCode);
  }

  private JsonNode report(String date) throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(poolkeeper.out().resolve(date).resolve("nightly.json")));
  }

  private static List<String> scores(JsonNode report) {
    return report
        .path("scores")
        .valueStream()
        .map(
            s ->
                "%s %s %s %s"
                    .formatted(
                        s.path("source").asString(),
                        s.path("grade").asString("-"),
                        s.path("score").asString("-"),
                        s.path("delta").asString("-")))
        .toList();
  }

  @Test
  void heldNightSaysWhatItWouldHaveReported() throws IOException {
    JsonNode withheld = report(HELD).path("withheld");

    assertThat(withheld.size()).isPositive();
    JsonNode leftovers =
        withheld
            .valueStream()
            .filter(w -> w.path("code").asString().equals("PK102"))
            .findFirst()
            .orElseThrow();
    assertThat(leftovers.path("kind").asString()).isEqualTo("held");
    assertThat(leftovers.path("subjects").asInt()).isEqualTo(7);
    assertThat(leftovers.path("first").valueStream().map(JsonNode::asString))
        .hasSize(5)
        .allMatch(subject -> subject.startsWith(SmallEstate.DATASETS + "steady-"));
  }

  @Test
  void whatIsWithheldIsNoFindingAndFreesNothing() throws IOException {
    assertThat(
            poolkeeper.findings(
                HELD, f -> f.path("subject").asString().startsWith(SmallEstate.DATASETS)))
        .extracting(f -> f.path("subject").asString() + " " + f.path("status").asString())
        .containsExactly(SmallEstate.DATASETS + "stray held");
    assertThat(report(HELD).path("reclaimable").path("confirmedBytes").asLong()).isZero();
    assertThat(report(HELD).path("reclaimable").path("waitingBytes").asLong()).isZero();
  }

  @Test
  void sourcesThatNeedTheShrunkenListHaveNoGrade() throws IOException {
    assertThat(scores(report("2026-02-09"))).containsExactly("prod-a A 100 -", "nas1 A 100 -");
    assertThat(scores(report("2026-02-11"))).containsExactly("prod-a A 100 0", "nas1 A 95 -5");
    assertThat(scores(report(HELD))).containsExactly("prod-a - - -", "nas1 - - -");
    assertThat(report(HELD).path("headlines").valueStream().map(JsonNode::asString))
        .contains("Grades: prod-a not judged, nas1 not judged");
  }

  @Test
  void nextGradeIsComparedWithTheLastOne() throws IOException {
    assertThat(scores(report("2026-02-13"))).containsExactly("prod-a A 100 0", "nas1 A 95 0");
    assertThat(report("2026-02-13").path("scores").get(0).path("comparedWith").asString())
        .isEqualTo("2026-02-11");
  }

  @Test
  void reportWrittenAgainIsTheSame() {
    Path again = folder.resolve("again");
    poolkeeper.run("report", "--date", HELD, "--out", again.toString());

    assertThat(again.resolve(HELD + "/nightly.html"))
        .hasSameTextualContentAs(poolkeeper.out().resolve(HELD + "/nightly.html"))
        .content()
        .contains("would have been called", "guards.accept-drop: [prod-a/persistentvolume");
  }
}
