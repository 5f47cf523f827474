package dev.poolkeeper.processors.anomaly.watch;

import static dev.poolkeeper.processors.anomaly.watch.Watching.GIB;
import static dev.poolkeeper.processors.anomaly.watch.Watching.date;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetWeighingTest {

  private static final FleetWeighing.Fleet FLEET =
      new FleetWeighing.Fleet("nas1", SeriesKind.VOLUME);

  static Anomaly anomaly(WatchedSeries series, AnomalyKind kind, LocalDate day, double now) {
    return Anomaly.of(
        series,
        kind,
        day,
        new Alarm(
            day,
            9,
            1.4,
            100 * GIB,
            100 * GIB,
            now * GIB,
            1,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of("moved")));
  }

  private static List<Anomaly> volumes(int count, AnomalyKind kind, double now) {
    return IntStream.range(0, count)
        .mapToObj(i -> anomaly(Watching.volume("v" + i), kind, date(9), now))
        .toList();
  }

  private static List<Anomaly> weigh(List<Anomaly> open, int judged, Circumstances circumstances) {
    return new FleetWeighing(Map.of(FLEET, judged), circumstances)
        .weigh(open, Optional.of(date(8)));
  }

  private static Circumstances full(double before, double now) {
    return new Circumstances() {
      @Override
      public Full fullSoon(SeriesKey key) {
        return new Full(before, now);
      }

      @Override
      public List<String> of(Anomaly anomaly) {
        return List.of("3 snapshots of it first seen");
      }
    };
  }

  @Test
  void fiveOfAHundredAreNoIncidentSixAre() {
    assertThat(weigh(volumes(5, AnomalyKind.GROWTH, 140), 100, Circumstances.none()))
        .allMatch(anomaly -> anomaly.fleet() == 0);
    assertThat(weigh(volumes(6, AnomalyKind.GROWTH, 140), 100, Circumstances.none()))
        .allMatch(anomaly -> anomaly.fleet() == 100);
  }

  @Test
  void threeOfThreeAreNoIncident() {
    assertThat(weigh(volumes(3, AnomalyKind.GROWTH, 140), 3, Circumstances.none()))
        .allMatch(anomaly -> anomaly.fleet() == 0);
  }

  @Test
  void volumesOfAnotherSourceAreAnotherFleet() {
    List<Anomaly> claims =
        IntStream.range(0, 4)
            .mapToObj(i -> anomaly(Watching.claim("c" + i), AnomalyKind.GROWTH, date(9), 140))
            .toList();
    List<Anomaly> mixed = new java.util.ArrayList<>(volumes(2, AnomalyKind.GROWTH, 140));
    mixed.addAll(claims);

    assertThat(weigh(mixed, 100, Circumstances.none()))
        .filteredOn(anomaly -> anomaly.fleet() > 0)
        .containsExactlyElementsOf(
            claims.stream().map(a -> a.weighed(Severity.INFO, 4, List.of())).toList());
  }

  @Test
  void whatAlarmedOnAnEarlierNightKeepsItsWeight() {
    Anomaly earlier =
        anomaly(Watching.volume("v"), AnomalyKind.SHRINK, date(7), 40)
            .weighed(Severity.WARNING, 12, List.of("then"));

    assertThat(weigh(List.of(earlier), 100, full(0, 1))).containsExactly(earlier);
  }

  @Test
  void halfOfAVolumeGoneIsCriticalLessIsNot() {
    assertThat(weigh(volumes(1, AnomalyKind.SHRINK, 50), 9, Circumstances.none()).get(0).severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(weigh(volumes(1, AnomalyKind.SHRINK, 51), 9, Circumstances.none()).get(0).severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void growthThatBringsAFullVolumeNearIsAWarning() {
    Anomaly weighed = weigh(volumes(1, AnomalyKind.GROWTH, 140), 9, full(0.1, 0.4)).get(0);

    assertThat(weighed.severity()).isEqualTo(Severity.WARNING);
    assertThat(weighed.evidence()).containsExactly("moved", "3 snapshots of it first seen");
    assertThat(weigh(volumes(1, AnomalyKind.GROWTH, 140), 9, full(0.35, 0.4)).get(0).severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void halfOfTheSnapshotsGoneIsNoLostVolume() {
    Anomaly count = anomaly(Watching.count("nas1/pools/tank"), AnomalyKind.SHRINK, date(9), 10);

    assertThat(weigh(List.of(count), 9, Circumstances.none()).get(0).severity())
        .isEqualTo(Severity.INFO);
  }
}
