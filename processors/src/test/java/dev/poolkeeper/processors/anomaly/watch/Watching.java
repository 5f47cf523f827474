package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesPlace;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Series by formula, watched night after night. Day 0 is 2026-01-01. */
final class Watching {

  static final double GIB = 1L << 30;
  static final LocalDate START = LocalDate.of(2026, 1, 1);

  private Watching() {}

  static LocalDate date(int day) {
    return START.plusDays(day);
  }

  static WatchedSeries volume(String name) {
    Subject subject = Subject.parse("nas1/datasets/tank/" + name);
    return series(subject, Measure.LIVE, SeriesKind.VOLUME, Optional.of(subject));
  }

  static WatchedSeries claim(String name) {
    return series(
        Subject.parse("prod-a/persistentvolumeclaims/media/" + name),
        Measure.FILLED,
        SeriesKind.CLAIM,
        Optional.of(Subject.parse("nas1/datasets/tank/" + name)));
  }

  static WatchedSeries count(String subject) {
    return series(Subject.parse(subject), Measure.SNAPSHOTS, SeriesKind.COUNT, Optional.empty());
  }

  private static WatchedSeries series(
      Subject subject, Measure measure, SeriesKind kind, Optional<Subject> dataset) {
    return new WatchedSeries(
        new SeriesKey(subject, measure),
        kind,
        new SeriesPlace(
            subject.source(),
            Optional.of(Subject.parse("nas1/pools/tank")),
            dataset,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** The series up to a day, that day included. */
  static SeriesHistory history(WatchedSeries series, int day, IntToDoubleFunction value) {
    double[] values = IntStream.rangeClosed(0, day).mapToDouble(value).toArray();
    return new SeriesHistory(
        1,
        series.key(),
        series.kind(),
        series.place(),
        Optional.empty(),
        DailySeries.of(series.key().toString(), DayAxis.DATE, START.toEpochDay(), values),
        0,
        0);
  }

  static String amount(Measure.Unit unit, double amount) {
    return unit == Measure.Unit.BYTES
        ? "%.1f GiB".formatted(amount / GIB)
        : "%.0f".formatted(amount);
  }

  /** What is told after each night from one to another, the first of them judging all before it. */
  static List<Watched> nights(
      WatchedSeries series, int from, int to, IntToDoubleFunction value, Expectation... expected) {
    Watched[] nights = new Watched[to - from + 1];
    SeriesMemory memory = new SeriesMemory(java.util.Map.of(), List.of(), List.of(expected));
    for (int day = from; day <= to; day++) {
      Optional<LocalDate> before = day == from ? Optional.empty() : Optional.of(date(day - 1));
      SeriesWatch watch =
          new SeriesWatch(
              date(day), before, AlarmThresholds.SHIPPED, WatchPolicy.DEFAULT, Watching::amount);
      Watched watched = watch.watch(history(series, day, value), memory);
      nights[day - from] = watched;
      memory = new SeriesMemory(watched.running(), watched.open(), List.of(expected));
    }
    return Arrays.asList(nights);
  }

  /** {@code 200 growth PK501}: day, class and code of what is told. */
  static List<String> told(List<Watched> nights, int from) {
    return IntStream.range(0, nights.size())
        .boxed()
        .flatMap(
            i ->
                nights.get(i).open().stream()
                    .map(a -> (from + i) + " " + a.kind().label() + " " + a.code().code()))
        .toList();
  }
}
