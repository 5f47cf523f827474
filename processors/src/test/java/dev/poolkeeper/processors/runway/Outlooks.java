package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.Fullness.Outlook;
import dev.poolkeeper.processors.growth.KnownPast;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.growth.Trend;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.history.SeriesPlace;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Forecasts of the night of 2026-02-11 that are lines. */
final class Outlooks {

  static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);
  static final int HORIZON = 180;

  private Outlooks() {}

  /**
   * A pool of 1000 that grows evenly; its 80 % band is half of the growth wide on either side.
   *
   * @param perDay growth of the expected path
   */
  static SeriesOutlook pool(String subject, double used, double perDay) {
    return pool(subject, used, perDay, fullness(used, perDay));
  }

  static SeriesOutlook pool(String subject, double used, double perDay, Fullness fullness) {
    return series(
        Subject.parse(subject),
        SeriesKind.POOL,
        used,
        fullness.outlook() == Outlook.NO_CAPACITY
            ? Optional.empty()
            : Optional.of(new SeriesLimit(1000, SeriesLimit.Origin.POOL)),
        Outcome.FORECAST,
        Optional.of(forecast(used, perDay, fullness)),
        "grows evenly");
  }

  /** A namespace or StorageClass, which nothing limits. */
  static SeriesOutlook group(String subject, SeriesKind kind, double used, double perDay) {
    return series(
        Subject.parse(subject),
        kind,
        used,
        Optional.empty(),
        Outcome.FORECAST,
        Optional.of(forecast(used, perDay, Fullness.UNLIMITED)),
        "grows evenly");
  }

  static SeriesOutlook notForecast(String subject, SeriesKind kind, Outcome outcome) {
    return series(
        Subject.parse(subject),
        kind,
        500,
        Optional.empty(),
        outcome,
        Optional.empty(),
        "3 measured days are too few");
  }

  /** The same, last measured on another day. */
  static SeriesOutlook asOf(SeriesOutlook outlook, LocalDate day) {
    return new SeriesOutlook(
        outlook.night(),
        outlook.key(),
        outlook.kind(),
        outlook.place(),
        new KnownPast(Optional.of(day), outlook.known().lastValue(), 100, 0, List.of(), 0, 0),
        outlook.limit(),
        outlook.outcome(),
        outlook.forecast(),
        outlook.reason());
  }

  private static SeriesOutlook series(
      Subject subject,
      SeriesKind kind,
      double used,
      Optional<SeriesLimit> limit,
      Outcome outcome,
      Optional<StoredForecast> forecast,
      String reason) {
    return new SeriesOutlook(
        NIGHT,
        new SeriesKey(subject, Measure.of("used")),
        kind,
        new SeriesPlace(
            subject.source(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new KnownPast(Optional.of(NIGHT), OptionalDouble.of(used), 100, 0, List.of(), 0, 0),
        limit,
        outcome,
        forecast,
        reason);
  }

  private static StoredForecast forecast(double used, double perDay, Fullness fullness) {
    return new StoredForecast(
        fullness,
        perDay > 0 ? Trend.GROWING : Trend.NONE,
        perDay,
        1,
        NIGHT.minusDays(50),
        0,
        10,
        List.of(),
        List.of(),
        IntStream.rangeClosed(1, HORIZON)
            .mapToObj(
                day ->
                    new BandDay(
                        day,
                        used + day * perDay,
                        used + day * perDay * .5,
                        used + day * perDay * 1.5,
                        used,
                        used + day * perDay * 2))
            .toList());
  }

  private static Fullness fullness(double used, double perDay) {
    Optional<LocalDate> earliest = day((1000 - used) / (1.5 * perDay));
    return new Fullness(
        earliest.isPresent() ? Outlook.FILLS : Outlook.NEVER,
        earliest.isPresent() ? Optional.empty() : Optional.of("it grows too little"),
        OptionalDouble.of(0),
        OptionalDouble.of(.1),
        OptionalDouble.of(earliest.isPresent() ? .4 : 0),
        earliest,
        day((1000 - used) / perDay),
        day((1000 - used) / (.5 * perDay)),
        earliest.map(day -> day.minusDays(45)));
  }

  private static Optional<LocalDate> day(double ahead) {
    return ahead <= HORIZON
        ? Optional.of(NIGHT.plusDays((long) Math.ceil(ahead)))
        : Optional.empty();
  }
}
