package dev.poolkeeper.tests.anomaly;

import static dev.poolkeeper.tests.anomaly.OddNights.FIRST;
import static dev.poolkeeper.tests.anomaly.OddNights.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A volume jumps and stays, another rises and a person expects it, one loses half, one blinks, one
 * stands still until the fourth night, and snapshots pile up; eight nights of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnomalyNightsIT {

  private static final int EVENT = FIRST + 1;
  private static final String DATASETS = SmallEstate.DATASETS;

  private OddNights nights;

  @BeforeAll
  void run(@TempDir Path folder) {
    nights =
        new OddNights(folder, "story")
            .steady(4)
            .volume("jump", day -> 3 + 0.01 * day + wave(day, 3) + (day >= EVENT ? 4 : 0))
            .volume("import", day -> 2 + 0.01 * day + wave(day, 5) + (day >= EVENT ? 3 : 0))
            .volume("half", day -> 8 + wave(day, 7) - (day >= EVENT ? 5 : 0))
            .volume("blink", day -> day == EVENT ? 1 : 6 + wave(day, 11))
            .volume("still", AnomalyNightsIT::still)
            .volume("piles", day -> 5 + wave(day, 13))
            .snapshots("piles", day -> day < 126 ? 70 + day % 7 : 70 + day - 126)
            .begin();
    nights.night(EVENT);
    said("anomalies", "expected", DATASETS + "import", "--reason", "yearly import", "--by", "eve");
    for (int day = EVENT + 1; day <= EVENT + 7; day++) {
      nights.night(day);
    }
  }

  private static double still(int day) {
    boolean stands = day > 146 && day < EVENT + 3;
    return 2 + 4 * ((stands ? 146 : day) * 37 % 97) / 97.0;
  }

  private Poolkeeper.Said said(String... command) {
    Poolkeeper.Said said = nights.poolkeeper().run(command);
    assertThat(said.exitCode()).as("%s: %s", Arrays.toString(command), said.errors()).isZero();
    return said;
  }

  @Test
  void theNightOfTheEventsIsSaidAtOnce() {
    assertThat(nights.said(FIRST)).isEmpty();
    assertThat(nights.said(EVENT))
        .containsExactly(
            "PK502 blink new critical",
            "PK502 half new critical",
            "PK501 import new info",
            "PK501 jump new info",
            "PK503 still new info",
            "PK504 piles new info");
  }

  @Test
  void evidenceSaysHowMuchWhatIsUsualAndSinceWhen() {
    assertThat(nights.evidence(EVENT, "PK501", "jump"))
        .contains("live data rose by 4 GiB", "within 3 days up to 2026-05-02")
        .contains("the largest such move before was +", "usual within 3 days is −")
        .contains("observed since 2025-12-02, on 152 of 152 days")
        .contains("serves prod-a/persistentvolumeclaims/media/data-jump");
    assertThat(nights.evidence(EVENT, "PK504", "piles"))
        .contains("the number of snapshots rose by 21", "from 74 to 95")
        .contains("1 snapshot of it first seen on 2026-05-02");
    assertThat(nights.evidence(EVENT, "PK503", "still"))
        .contains("has not changed for 5 readings", "the longest stand-still before was 0");
  }

  @Test
  void aReadingThatWasTheCollectorsFaultIsTakenBackAndReported() {
    assertThat(nights.said(EVENT + 1)).noneMatch(line -> line.contains("blink"));
    try (Ledger ledger = nights.ledger()) {
      assertThat(
              ledger
                  .sql()
                  .sql(
                      "select subject || ' ' || day from mart.series_pattern where pattern ="
                          + " 'glitch'")
                  .query(String.class)
                  .list())
          .containsExactly(DATASETS + "blink 2026-05-02");
    }
  }

  @Test
  void whatIsOddHasACourseWithItsDayAndWhereAUsualMoveWouldHaveLed(@TempDir Path out) {
    String night = OddNights.date(EVENT).toString();
    said("report", "--date", night, "--format", "json", "--out", out.toString());
    JsonNode courses =
        new JsonMapper()
            .readTree(out.resolve(night).resolve("nightly.json").toFile())
            .path("courses");
    JsonNode jump =
        courses
            .valueStream()
            .filter(course -> course.path("subject").asString().equals(DATASETS + "jump"))
            .findFirst()
            .orElseThrow();

    assertThat(jump.at("/alarm/day").asString()).isEqualTo(night);
    assertThat(jump.at("/alarm/usualHigh").asLong())
        .isLessThan(jump.path("days").path(jump.path("days").size() - 1).path("value").asLong());
  }

  @Test
  void whatStandsStillIsToldUntilItMoves() {
    assertThat(nights.said(EVENT + 2)).contains("PK503 still persisting info");
    assertThat(nights.said(EVENT + 3)).noneMatch(line -> line.contains("PK503"));
  }

  @Test
  void aJumpThatStaysBecomesALevelShift() {
    assertThat(nights.said(EVENT + 2)).contains("PK501 jump persisting info");
    assertThat(nights.said(EVENT + 6))
        .contains("PK505 jump persisting info")
        .noneMatch(line -> line.startsWith("PK501 jump"));
    assertThat(nights.evidence(EVENT + 6, "PK505", "jump"))
        .contains("the level has stayed where it came to on 2026-05-02");
    assertThat(said("explain", DATASETS + "jump").output())
        .contains("Patterns of the series", "step 2026-05-02")
        .contains("Thresholds of the night", "  - growth 1.40", "; the shipped ones");
  }

  @Test
  void anEventIsToldForSevenNights() {
    assertThat(nights.said(EVENT + 6)).contains("PK502 half persisting critical");
    assertThat(nights.said(EVENT + 7)).noneMatch(line -> line.startsWith("PK502"));
    assertThat(nights.said(EVENT + 7)).contains("PK504 piles persisting info");
  }

  @Test
  void whatAPersonExpectedIsExceptedWithTheReason() {
    assertThat(nights.said(EVENT + 1)).contains("PK501 import excepted info");
    JsonNode finding =
        nights
            .poolkeeper()
            .findings(
                OddNights.date(EVENT + 1).toString(),
                f -> f.path("status").asString().equals("excepted"))
            .get(0);
    assertThat(finding.path("note").asString()).isEqualTo("expected: yearly import (eve)");
    try (Ledger ledger = nights.ledger()) {
      assertThat(
              ledger.count(
                  "select count(*) from mart.anomaly_expected where reason = 'yearly import'"
                      + " and said_by = 'eve' and withdrawn_at is null"))
          .isEqualTo(1);
    }
  }

  @Test
  void theListTellsWhatJudgedIt() {
    String date = OddNights.date(EVENT).toString();
    nights.poolkeeper().with("POOLKEEPER_COLUMNS", "80").with("NO_COLOR", "1");
    String table = said("anomalies", "--date", date).output();

    assertThat(table).contains("shrink", "series judged; thresholds", "shipped");
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
    List<String> growth =
        said("anomalies", "--date", date, "--kind", "growth", "-o", "json")
            .json()
            .valueStream()
            .map(line -> line.path("subject").asString())
            .toList();
    assertThat(growth).containsExactly(DATASETS + "import", DATASETS + "jump");
    assertThat(
            said("anomalies", "--date", date, "--severity", "critical", "-o", "csv")
                .output()
                .lines())
        .hasSize(3);
    assertThat(
            said("anomalies", "--date", date, "--subject", "media/data-jump", "-o", "json")
                .json()
                .size())
        .isEqualTo(1);
  }

  @Test
  void wrongWordsAreRefusedWithWhatIsKnown() {
    Poolkeeper poolkeeper = nights.poolkeeper();
    Poolkeeper.Said kind = poolkeeper.run("anomalies", "--kind", "odd");
    Poolkeeper.Said reason = poolkeeper.run("anomalies", "expected", DATASETS + "jump");
    Poolkeeper.Said subject =
        poolkeeper.run("anomalies", "expected", "nas1/nothing", "--reason", "r");

    assertThat(List.of(kind.exitCode(), reason.exitCode(), subject.exitCode()))
        .containsOnly(ExitCode.USAGE);
    assertThat(kind.errors()).contains("growth, leak, shrink, flatline, pile-up");
    assertThat(reason.errors()).contains("--reason is missing");
    assertThat(subject.errors()).contains("nas1/nothing", "poolkeeper anomalies");
  }
}
