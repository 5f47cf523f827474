package dev.poolkeeper.tests.anomaly;

import static dev.poolkeeper.tests.anomaly.OddNights.FIRST;
import static dev.poolkeeper.tests.anomaly.OddNights.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights of many volumes at once, nights run again, nights half read, and a site's own thresholds.
 */
class OddFleetIT {

  private static final int EVENT = FIRST + 1;

  @TempDir private Path folder;

  private static List<String> rows(OddNights nights, String table) {
    try (Ledger ledger = nights.ledger()) {
      return ledger
          .sql()
          .sql("select t::text from ledger." + table + " as t")
          .query(String.class)
          .list()
          .stream()
          .sorted()
          .toList();
    }
  }

  private static List<String> all(OddNights nights) {
    List<String> all = new ArrayList<>();
    for (String table :
        List.of(
            "anomaly",
            "anomaly_episode",
            "anomaly_night",
            "anomaly_peak",
            "anomaly_day",
            "series_pattern")) {
      all.addAll(rows(nights, table));
    }
    return all;
  }

  @Test
  void whatManyVolumesDoAlikeIsOneFindingAndRunAgainTheSame() {
    OddNights nights = new OddNights(folder, "fleet").steady(4);
    for (int i = 1; i <= 5; i++) {
      int phase = i;
      nights.volume("fleet-" + i, day -> 3 + wave(day, phase) + (day >= EVENT ? 2 : 0));
    }
    nights.begin().night(EVENT);

    assertThat(nights.said(EVENT)).containsExactly("PK501 nas1 new info");
    assertThat(nights.evidence(EVENT, "PK501", "nas1"))
        .contains("5 of 9 volumes alarm alike (growth), on 2026-05-02", "fleet-1: live data rose");
    assertThat(rows(nights, "anomaly")).hasSize(5);

    List<String> once = all(nights);
    nights.night(EVENT);
    assertThat(all(nights)).isEqualTo(once);
    List<String> told = rows(nights, "anomaly");
    // its past was not there when it ran first; what it adds is of days before it
    nights.night(FIRST);
    assertThat(rows(nights, "anomaly")).isEqualTo(told);
    nights.night(EVENT + 1);
    assertThat(nights.said(EVENT + 1)).containsExactly("PK501 nas1 persisting info");
  }

  @Test
  void anEarlierNightNeverSeesTheLaterOnes() {
    OddNights nights =
        new OddNights(folder, "earlier")
            .steady(2)
            .volume("jump", day -> 3 + wave(day, 3) + (day >= EVENT + 1 ? 4 : 0))
            .begin();
    nights.night(EVENT + 1);
    nights.night(EVENT);

    assertThat(nights.said(EVENT + 1)).containsExactly("PK501 jump new info");
    assertThat(nights.said(EVENT)).isEmpty();
  }

  @Test
  void whatWasNotReadCompletelyIsWithheldAndSaidTheNextNight() {
    OddNights nights =
        new OddNights(folder, "half")
            .steady(3)
            .volume("a-jump", day -> 3 + wave(day, 3) + (day >= EVENT ? 4 : 0))
            .begin();
    Poolkeeper.Said said =
        nights.night(EVENT, estate -> cut(estate.resolve("nas/nas1/pool.dataset.query.json")));

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(nights.said(EVENT)).isEmpty();
    try (Ledger ledger = nights.ledger()) {
      assertThat(
              ledger
                  .sql()
                  .sql(
                      "select part || ' ' || first_subjects[1] from mart.withheld where code ="
                          + " 'PK501'")
                  .query(String.class)
                  .list())
          .containsExactly("nas1/datasets nas1/datasets/tank/k8s/vols/a-jump");
    }
    nights.night(EVENT + 1);
    assertThat(nights.said(EVENT + 1)).containsExactly("PK501 a-jump new info");
  }

  /** Ends a list in the middle of a row. */
  private static Path cut(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(content, content.length * 3 / 4));
      return file.resolve("../../..").normalize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void twoThousandVolumeNightsGiveThresholdsOfItsOwnToLaterNights() {
    OddNights nights = new OddNights(folder, "fitted").steady(26).begin();
    try (Ledger ledger = nights.ledger()) {
      // as if the night with history were the first one
      ledger.sql().sql("delete from ledger.anomaly_night").update();
    }
    nights.night(EVENT);
    nights.night(EVENT + 1);

    try (Ledger ledger = nights.ledger()) {
      assertThat(ledger.count("select min(nights) from ledger.alarm_threshold"))
          .isGreaterThanOrEqualTo(2000);
      assertThat(
              ledger
                  .sql()
                  .sql(
                      "select run_on || ' ' || coalesce(fitted_on::text, 'shipped') from"
                          + " mart.anomaly_night order by run_on")
                  .query(String.class)
                  .list())
          .containsExactly("2026-05-02 shipped", "2026-05-03 2026-05-02");
    }
  }
}
