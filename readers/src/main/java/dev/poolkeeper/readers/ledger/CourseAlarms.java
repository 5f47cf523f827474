package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.anomaly.watch.Alarm;
import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.report.CourseLine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The unusual days of series, as their charts show them. */
final class CourseAlarms {

  private CourseAlarms() {}

  /** What is told of one series: many alike have no course in common. */
  static List<Anomaly> told(JdbcClient jdbc, LocalDate night) {
    return new AnomalyReader(jdbc)
        .ofNight(night).stream().filter(anomaly -> anomaly.fleet() == 0).toList();
  }

  /** A pool has a chart of its own whatever happens; its unusual days are marked on it. */
  static List<CourseLine.Mark> marks(SeriesKey series, List<Anomaly> told) {
    return told.stream()
        .filter(anomaly -> anomaly.series().key().equals(series))
        .map(anomaly -> new CourseLine.Mark(anomaly.alarm().day(), anomaly.kind().label()))
        .sorted(Comparator.comparing(CourseLine.Mark::day))
        .toList();
  }

  /** Where the value would have been after a usual move; of what stands still there is none. */
  static Optional<CourseLine.Alarm> of(Anomaly anomaly) {
    Alarm alarm = anomaly.alarm();
    return alarm.usualLeast().isEmpty() || alarm.usualMost().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CourseLine.Alarm(
                alarm.day(),
                anomaly.kind().label(),
                Math.round(alarm.before() + alarm.usualLeast().getAsDouble()),
                Math.round(alarm.before() + alarm.usualMost().getAsDouble())));
  }
}
