package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.growth.Fullness;
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
import java.util.stream.Stream;

/** Builds what was forecast of one series: by default a pool that grows and never fills. */
public final class OutlookBuilder {

  public static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);

  private final Subject subject;
  private SeriesKind kind = SeriesKind.POOL;
  private Measure measure = Measure.USED;
  private Optional<Subject> volume = Optional.empty();
  private Optional<Subject> claim = Optional.empty();
  private Optional<Subject> dataset = Optional.empty();
  private Outcome outcome = Outcome.FORECAST;
  private OptionalDouble value = OptionalDouble.of(0);
  private Optional<SeriesLimit> limit = Optional.empty();
  private Fullness fullness = Fullness.UNLIMITED;
  private List<BandDay> band = List.of();

  private OutlookBuilder(Subject subject) {
    this.subject = subject;
  }

  public static OutlookBuilder anOutlook(String subject) {
    return new OutlookBuilder(Subject.parse(subject));
  }

  public OutlookBuilder of(SeriesKind other, Measure what) {
    kind = other;
    measure = what;
    return this;
  }

  public OutlookBuilder ofVolume(String name, String claimName, String datasetName) {
    volume = Optional.of(Subject.parse(name));
    claim = Optional.of(Subject.parse(claimName));
    dataset = Optional.of(Subject.parse(datasetName));
    return this;
  }

  /** How full it is; a limit of 0 is none. */
  public OutlookBuilder filled(double amount, long of, SeriesLimit.Origin origin) {
    value = OptionalDouble.of(amount);
    limit = of == 0 ? Optional.empty() : Optional.of(new SeriesLimit(of, origin));
    return this;
  }

  /** Probabilities of being full within 7, 30 and 90 days. */
  public OutlookBuilder full(double within7, double within30, double within90) {
    fullness =
        new Fullness(
            Fullness.Outlook.FILLS,
            Optional.empty(),
            OptionalDouble.of(within7),
            OptionalDouble.of(within30),
            OptionalDouble.of(within90),
            Optional.of(NIGHT.plusDays(20)),
            Optional.of(NIGHT.plusDays(40)),
            Optional.of(NIGHT.plusDays(70)),
            Optional.of(NIGHT.minusDays(25)));
    return this;
  }

  /** What is expected of a count: after so many days so much, five per cent to each side. */
  public OutlookBuilder expected(int daysAhead, double mean) {
    BandDay day = new BandDay(daysAhead, mean, mean * .95, mean * 1.05, mean * .9, mean * 1.1);
    band = Stream.concat(band.stream(), Stream.of(day)).toList();
    return this;
  }

  public OutlookBuilder notForecast(Outcome why) {
    outcome = why;
    return this;
  }

  public SeriesOutlook build() {
    Optional<StoredForecast> forecast =
        outcome == Outcome.FORECAST
            ? Optional.of(
                new StoredForecast(
                    fullness,
                    Trend.GROWING,
                    1,
                    1,
                    NIGHT.minusDays(30),
                    0,
                    15,
                    List.of(),
                    List.of(
                        OptionalDouble.of(1),
                        OptionalDouble.of(2),
                        OptionalDouble.of(3),
                        OptionalDouble.of(1L << 30)),
                    band))
            : Optional.empty();
    return new SeriesOutlook(
        NIGHT,
        new SeriesKey(subject, measure),
        kind,
        new SeriesPlace(
            subject.source(),
            Optional.empty(),
            dataset,
            volume,
            claim,
            Optional.empty(),
            Optional.empty()),
        new KnownPast(Optional.of(NIGHT), value, 120, 0, List.of(), 0, 0),
        limit,
        outcome,
        forecast,
        outcome == Outcome.FORECAST ? "grows 1 GiB a day" : "not enough history");
  }
}
