package dev.poolkeeper.processors.anomaly.watch;

import static dev.poolkeeper.processors.anomaly.watch.Watching.GIB;
import static dev.poolkeeper.processors.anomaly.watch.Watching.date;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeriesWatchTest {

  private static final WatchedSeries VOLUME = Watching.volume("data");

  /** A hundredth of a GiB a day, wavering. */
  private static double calm(int day) {
    return GIB * (100 + 0.01 * day + 0.05 * ((day * 37) % 97) / 97);
  }

  private static List<String> told(int from, int to, IntToDoubleFunction value) {
    return Watching.told(Watching.nights(VOLUME, from, to, value), from);
  }

  @Test
  void aJumpIsToldForSevenNightsAndThenForFourteenAsAShift() {
    List<String> told = told(190, 216, day -> calm(day) + (day >= 200 ? 40 * GIB : 0));

    assertThat(told).startsWith("200 growth PK501", "201 growth PK501", "202 growth PK501");
    assertThat(told).endsWith("212 growth PK505", "213 growth PK505");
    assertThat(told).hasSize(14);
  }

  @Test
  void aSpikeThatGoesBackIsPastAfterSevenNights() {
    List<String> told = told(190, 216, day -> calm(day) + (day >= 200 && day < 204 ? 40 * GIB : 0));

    assertThat(told)
        .filteredOn(line -> line.contains("growth"))
        .hasSize(7)
        .allMatch(l -> l.endsWith("PK501"));
    assertThat(told)
        .contains("204 shrink PK502", "210 shrink PK502")
        .doesNotContain("211 shrink PK502");
  }

  @Test
  void aFlatVolumeThatJumpsIsTold() {
    assertThat(told(190, 200, day -> 50 * GIB + (day >= 200 ? 2 * GIB : 0)))
        .containsExactly("200 growth PK501");
  }

  @Test
  void movesBelowAGibibyteDoNotCount() {
    assertThat(told(190, 200, day -> 50 * GIB + (day >= 200 ? 0.9 * GIB : 0))).isEmpty();
  }

  @Test
  void aStandStillIsToldUntilItMoves() {
    IntToDoubleFunction value =
        day -> GIB * (100 + 4 * ((day > 200 && day < 210 ? 200 : day) * 37 % 97) / 97.0);
    List<Watched> nights = Watching.nights(VOLUME, 190, 212, value);

    assertThat(Watching.told(nights, 190))
        .filteredOn(line -> line.contains("flatline"))
        .startsWith("203 flatline PK503")
        .endsWith("209 flatline PK503");
    assertThat(nights.get(13).open().get(0).beganOn()).isEqualTo(date(200));
  }

  @Test
  void aStandStillIsStillToldWhenNothingWasRead() {
    IntToDoubleFunction value =
        day ->
            day > 203 ? Double.NaN : GIB * (100 + 4 * ((day > 200 ? 200 : day) * 37 % 97) / 97.0);

    assertThat(told(190, 214, value))
        .containsExactly(
            "203 flatline PK503",
            "204 flatline PK503",
            "205 flatline PK503",
            "206 flatline PK503",
            "207 flatline PK503",
            "208 flatline PK503",
            "209 flatline PK503");
  }

  @Test
  void snapshotsThatPileUpAreToldUntilOneGoes() {
    IntToDoubleFunction value =
        day -> day < 150 ? 60 + day % 7 : day < 190 ? 60 + day - 147 : 60 + day % 7;
    List<String> told =
        Watching.told(Watching.nights(Watching.count("nas1/pools/tank"), 140, 192, value), 140);

    assertThat(told)
        .filteredOn(l -> l.endsWith("pile-up PK504"))
        .startsWith("168 pile-up PK504")
        .endsWith("189 pile-up PK504");
  }

  @Test
  void aGlitchIsTakenBackTheNextNightAndReported() {
    List<Watched> nights =
        Watching.nights(VOLUME, 190, 202, day -> day == 200 ? 30 * GIB : calm(day));

    assertThat(Watching.told(nights, 190)).containsExactly("200 shrink PK502");
    assertThat(nights.get(11).patterns())
        .extracting(pattern -> pattern.label() + " " + pattern.day())
        .containsExactly("glitch " + date(200));
    assertThat(nights.get(11).running()).isEmpty();
  }

  @Test
  void whatIsExpectedIsToldWithTheReasonAndLifted() {
    IntToDoubleFunction value =
        day -> calm(day) + (day >= 200 ? 40 * GIB : 0) + (day >= 300 ? 80 * GIB : 0);
    double score = Watching.nights(VOLUME, 199, 200, value).get(1).open().get(0).alarm().score();
    Expectation said =
        new Expectation(
            VOLUME.key(), AnomalyKind.GROWTH, date(200), score, "monthly import", "eve");
    List<Watched> nights = Watching.nights(VOLUME, 199, 300, value, said);

    assertThat(nights.get(1).open().get(0).expected()).contains("expected: monthly import (eve)");
    assertThat(Watching.told(Watching.nights(VOLUME, 199, 300, value), 199))
        .contains("300 growth PK501");
    assertThat(Watching.told(nights, 199)).doesNotContain("300 growth PK501");
  }

  @Test
  void theFirstNightJudgesThePastAndLaterNightsOnlyThemselves() {
    List<Watched> nights = Watching.nights(VOLUME, 199, 201, SeriesWatchTest::calm);

    assertThat(nights.get(0).judgedOn()).hasSizeGreaterThan(100).endsWith(date(199));
    assertThat(nights.get(1).judgedOn()).containsExactly(date(200));
    assertThat(nights.get(1).judgedTonight()).isTrue();
  }

  @Test
  void evidenceSaysWhenHowMuchAndWhatIsUsual() {
    Alarm alarm =
        Watching.nights(VOLUME, 199, 200, day -> calm(day) + (day >= 200 ? 40 * GIB : 0))
            .get(1)
            .open()
            .get(0)
            .alarm();

    assertThat(alarm.evidence().get(0))
        .startsWith(
            "live data rose by 40.0 GiB (39 %), from 102.0 GiB to 142.0 GiB, within one day up to"
                + " 2026-07-20");
    assertThat(alarm.evidence().get(2))
        .contains("alarms from 1.4 on; observed since 2026-01-01, on 201 of 201 days");
    assertThat(alarm.usualMost().orElseThrow()).isLessThan(GIB);
  }

  @Test
  void aSeriesWithoutAnyDayIsNothing() {
    Watched watched =
        new SeriesWatch(
                date(0),
                java.util.Optional.empty(),
                dev.poolkeeper.processors.anomaly.AlarmThresholds.SHIPPED,
                WatchPolicy.DEFAULT,
                Watching::amount)
            .watch(Watching.history(VOLUME, -1, day -> 0), SeriesMemory.NONE);

    assertThat(watched.open()).isEmpty();
    assertThat(watched.judgedTonight()).isFalse();
  }

  /** Thresholds are fitted to what is at least half of the shipped one, with 60 days behind it. */
  @Test
  void aNoticeableDayOfAVolumeIsAPeakAndACalmOneIsNot() {
    IntToDoubleFunction value = day -> calm(day) + (day >= 200 ? 40 * GIB : 0);
    Watched jumped = Watching.nights(VOLUME, 199, 200, value).get(1);

    assertThat(jumped.peaks()).isNotEmpty().allMatch(peak -> peak.day().equals(date(200)));
    assertThat(jumped.peaks())
        .filteredOn(peak -> peak.kind() == AnomalyKind.GROWTH)
        .singleElement()
        .satisfies(peak -> assertThat(peak.score()).isGreaterThan(2.8));
    assertThat(jumped.judgedOn()).containsExactly(date(200));
    assertThat(Watching.nights(VOLUME, 199, 200, SeriesWatchTest::calm).get(1).peaks()).isEmpty();
    IntToDoubleFunction early = day -> calm(day) + (day >= 40 ? 40 * GIB : 0);
    assertThat(Watching.nights(VOLUME, 39, 40, early).get(1).peaks()).isEmpty();
    assertThat(Watching.nights(VOLUME, 39, 40, early).get(1).judgedOn()).isEmpty();
    assertThat(Watching.nights(VOLUME, 39, 40, early).get(1).judgedTonight()).isTrue();
    assertThat(Watching.nights(VOLUME, 9, 10, early).get(1).judgedTonight()).isFalse();
  }

  @Test
  void onlyVolumesAndClaimsHavePeaks() {
    IntToDoubleFunction value = day -> 100 + (day * 37) % 5 + (day >= 200 ? 400 : 0);
    Watched count =
        Watching.nights(Watching.count("nas1/datasets/tank/data"), 199, 200, value).get(1);

    assertThat(count.open()).isNotEmpty();
    assertThat(count.peaks()).isEmpty();
    assertThat(count.judgedOn()).isEmpty();
  }

  /** What was called expected is no false alarm, and must not make the site's threshold higher. */
  @Test
  void whatAPersonCalledExpectedIsNoPeakBelowItsOwnThreshold() {
    IntToDoubleFunction value = day -> calm(day) + (day >= 200 ? 40 * GIB : 0);
    double score =
        Watching.nights(VOLUME, 199, 200, value).get(1).peaks().stream()
            .filter(peak -> peak.kind() == AnomalyKind.GROWTH)
            .mapToDouble(Peak::score)
            .max()
            .orElseThrow();
    Expectation expected =
        new Expectation(
            VOLUME.key(), AnomalyKind.GROWTH, date(100), score, "the monthly load", "ops");

    assertThat(Watching.nights(VOLUME, 199, 200, value, expected).get(1).peaks())
        .noneMatch(peak -> peak.kind() == AnomalyKind.GROWTH);
  }
}
