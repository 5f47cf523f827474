package dev.poolkeeper.processors.anomaly.watch;

import static dev.poolkeeper.processors.anomaly.watch.Watching.GIB;
import static dev.poolkeeper.processors.anomaly.watch.Watching.date;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NightCollectorTest {

  private static final LocalDate NIGHT = date(9);
  private static final Optional<LocalDate> BEFORE = Optional.of(date(8));
  private static final WatchedSeries POOLWIDE = Watching.count("nas1/pools/tank");

  private static Anomaly growth(WatchedSeries series, LocalDate day) {
    return FleetWeighingTest.anomaly(series, AnomalyKind.GROWTH, day, 200);
  }

  private static Watched watched(
      WatchedSeries series, List<Anomaly> open, List<Peak> peaks, boolean judged) {
    EpisodeDays episode = new EpisodeDays(date(7), date(9), 1.5);
    return new Watched(
        series,
        open.isEmpty() ? Map.of() : Map.of(AnomalyKind.GROWTH, episode),
        open,
        peaks,
        open.stream()
            .map(a -> new SeriesPattern(series.key(), "step", a.alarm().day(), GIB, "stepped"))
            .toList(),
        judged ? List.of(date(8), NIGHT) : List.of(NIGHT),
        judged);
  }

  private static Peak peak(WatchedSeries series, LocalDate day) {
    return new Peak(series.key(), AnomalyKind.GROWTH, day, 4);
  }

  private static AnomalyNight night(List<Watched> series) {
    NightCollector collector = new NightCollector();
    series.forEach(collector::add);
    return collector.close(NIGHT, BEFORE, Optional.empty(), Circumstances.none());
  }

  @Test
  void whatSeriesSayIsCountedAndSortedWhateverTheirOrder() {
    WatchedSeries quiet = Watching.volume("a");
    WatchedSeries loud = Watching.volume("b");
    WatchedSeries unread = Watching.claim("c");
    List<Watched> series =
        new ArrayList<>(
            List.of(
                watched(loud, List.of(growth(loud, NIGHT)), List.of(peak(loud, NIGHT)), true),
                watched(quiet, List.of(growth(quiet, date(5))), List.of(), true),
                watched(unread, List.of(), List.of(peak(unread, date(8))), false),
                watched(POOLWIDE, List.of(), List.of(), true)));
    AnomalyNight night = night(series);
    Collections.reverse(series);

    assertThat(night(series)).isEqualTo(night);
    assertThat(night.series()).isEqualTo(4);
    assertThat(night.judged()).isEqualTo(3);
    assertThat(night.volumes()).isEqualTo(2);
    assertThat(night.judgedUpTo()).isEqualTo(BEFORE);
    assertThat(night.anomalies()).extracting(Anomaly::series).containsExactly(quiet, loud);
    assertThat(night.running()).containsOnlyKeys(quiet.key(), loud.key());
    assertThat(night.patterns())
        .extracting(SeriesPattern::key)
        .containsExactly(quiet.key(), loud.key());
    assertThat(night.judgedDays()).isEqualTo(Map.of(date(8), 3, NIGHT, 4));
    assertThat(night.peaks())
        .containsExactly(peak(loud, NIGHT), peak(unread, date(8)))
        .isSortedAccordingTo((one, other) -> one.key().compareTo(other.key()));
  }

  @Test
  void onlyWhatAlarmedSinceTheLastNightIsFresh() {
    NightCollector collector = new NightCollector();
    WatchedSeries one = Watching.volume("b");
    WatchedSeries other = Watching.volume("a");
    collector.add(watched(one, List.of(growth(one, NIGHT)), List.of(), true));
    collector.add(watched(other, List.of(growth(other, date(8))), List.of(), true));

    assertThat(collector.freshSince(BEFORE)).extracting(Anomaly::series).containsExactly(one);
    assertThat(collector.freshSince(Optional.empty()))
        .extracting(Anomaly::series)
        .containsExactly(other, one);
  }

  /** Five alarms of ten volumes in one night are one event; thresholds must not learn from it. */
  @Test
  void peaksOfAnIncidentAreLeftOutAndThoseOfOtherDaysStay() {
    List<Watched> series =
        IntStream.range(0, 10)
            .mapToObj(i -> Watching.volume("v" + i))
            .map(
                one ->
                    one.key().toString().compareTo(Watching.volume("v5").key().toString()) < 0
                        ? watched(
                            one,
                            List.of(growth(one, NIGHT)),
                            List.of(peak(one, NIGHT), peak(one, date(3))),
                            true)
                        : watched(one, List.of(), List.of(peak(one, NIGHT)), true))
            .toList();
    AnomalyNight night = night(series);

    assertThat(night.anomalies()).hasSize(5).allMatch(anomaly -> anomaly.fleet() == 10);
    assertThat(night.peaks())
        .hasSize(10)
        .filteredOn(peak -> peak.day().equals(NIGHT))
        .extracting(Peak::key)
        .containsExactlyElementsOf(
            IntStream.range(5, 10).mapToObj(i -> Watching.volume("v" + i).key()).toList());
  }
}
