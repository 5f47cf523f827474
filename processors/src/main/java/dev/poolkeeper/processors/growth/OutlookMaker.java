package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.Fullness.Outlook;
import dev.poolkeeper.processors.growth.GrowthForecast.Line;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.processors.history.SeriesKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Puts a night's forecast of a series into dates and words. Pure, O(horizon) per series. */
public final class OutlookMaker {

  /** After this many days without a value today is not known. */
  public static final int STALE_DAYS = 7;

  /**
   * What is wanted of a forecast.
   *
   * @param horizon days ahead, at least 1
   * @param leadDays from ordering new capacity until it is there
   */
  public record Policy(int horizon, int leadDays) {}

  private final LocalDate night;
  private final GrowthForecaster forecaster;
  private final Policy policy;
  private final Function<Measure.Unit, DoubleFunction<String>> amounts;

  /**
   * @param amounts writes an amount of a unit, for the reasons
   */
  public OutlookMaker(
      LocalDate night,
      GrowthForecaster forecaster,
      Policy policy,
      Function<Measure.Unit, DoubleFunction<String>> amounts) {
    this.night = night;
    this.forecaster = forecaster;
    this.policy = policy;
    this.amounts = amounts;
  }

  /** Whether a series was measured recently enough to say anything of tonight. */
  public static boolean fresh(SeriesHistory series, LocalDate night) {
    OptionalInt last = lastKnown(series.values());
    return last.isPresent()
        && series.values().firstDay() + last.getAsInt() >= night.toEpochDay() - STALE_DAYS;
  }

  /** A series that is not measured any more, or never was. */
  public SeriesOutlook notMeasured(SeriesHistory series) {
    KnownPast known = known(series, List.of());
    String reason =
        known
            .lastDay()
            .map(
                day ->
                    "not measured since %s: a forecast needs a value of the last %d days"
                        .formatted(day, STALE_DAYS))
            .orElse("not measured yet");
    return outlook(series, known, Outcome.NOT_MEASURED, Optional.empty(), reason);
  }

  /** What an examination came to. */
  public SeriesOutlook of(SeriesHistory series, Examined examined) {
    if (examined instanceof Examination examination) {
      return forecast(series, examination);
    }
    String reason = examined instanceof NotForecast left ? left.reason() : "not forecast";
    return outlook(
        series, known(series, List.of()), Outcome.NOT_ENOUGH_HISTORY, Optional.empty(), reason);
  }

  private SeriesOutlook forecast(SeriesHistory series, Examination examination) {
    Basis basis = examination.basis();
    DoubleFunction<String> words = amounts.apply(series.key().measure().unit());
    StoredForecast forecast =
        new StoredForecast(
            fullness(series, examination, words),
            Trend.of(basis),
            basis.growthPerDay(),
            basis.expectedError(),
            LocalDate.ofEpochDay(basis.since()),
            basis.cycleDays(),
            basis.origins(),
            basis.shares(),
            examination.pastErrors(),
            band(series.kind(), forecaster.forecast(examination)));
    return outlook(
        series,
        known(series, basis.repairedDays()),
        Outcome.FORECAST,
        Optional.of(forecast),
        GrowthReason.of(basis, words));
  }

  private SeriesOutlook outlook(
      SeriesHistory series,
      KnownPast known,
      Outcome outcome,
      Optional<StoredForecast> forecast,
      String reason) {
    return new SeriesOutlook(
        night,
        series.key(),
        series.kind(),
        series.place(),
        known,
        series.limit(),
        outcome,
        forecast,
        reason);
  }

  private Fullness fullness(
      SeriesHistory series, Examination examination, DoubleFunction<String> words) {
    if (series.limit().isEmpty()) {
      return Fullness.UNLIMITED;
    }
    double capacity = series.limit().get().amount();
    FullOutlook outlook = new FullOutlookFinder(forecaster, words).find(examination, capacity);
    if (outlook instanceof FullOutlook.AlreadyFull) {
      OptionalDouble sure = OptionalDouble.of(1);
      Optional<LocalDate> now = Optional.of(night);
      return new Fullness(
          Outlook.FULL, Optional.empty(), sure, sure, sure, now, now, now, orderBy(now));
    }
    double[] probability = forecaster.fullProbability(examination, capacity);
    Optional<String> reason =
        outlook instanceof FullOutlook.Never never ? Optional.of(never.reason()) : Optional.empty();
    Optional<LocalDate> earliest = Optional.empty();
    Optional<LocalDate> likely = Optional.empty();
    Optional<LocalDate> latest = Optional.empty();
    if (outlook instanceof FullOutlook.Fills fills) {
      earliest = day(fills.earliest());
      likely = day(fills.expected());
      latest = day(fills.latest());
    }
    return new Fullness(
        reason.isPresent() ? Outlook.NEVER : Outlook.FILLS,
        reason,
        within(probability, 7),
        within(probability, 30),
        within(probability, 90),
        earliest,
        likely,
        latest,
        orderBy(earliest));
  }

  private static OptionalDouble within(double[] probability, int days) {
    return days <= probability.length
        ? OptionalDouble.of(probability[days - 1])
        : OptionalDouble.empty();
  }

  private Optional<LocalDate> day(OptionalInt ahead) {
    return ahead.isPresent() ? Optional.of(night.plusDays(ahead.getAsInt())) : Optional.empty();
  }

  private Optional<LocalDate> orderBy(Optional<LocalDate> earliest) {
    return earliest.map(day -> day.minusDays(policy.leadDays()));
  }

  private static List<BandDay> band(SeriesKind kind, GrowthForecast forecast) {
    List<BandDay> band = new ArrayList<>();
    for (int day : days(kind, forecast.horizon())) {
      band.add(
          new BandDay(
              day,
              forecast.value(Line.MEAN, day),
              forecast.value(Line.LOW_80, day),
              forecast.value(Line.HIGH_80, day),
              forecast.value(Line.LOW_95, day),
              forecast.value(Line.HIGH_95, day)));
    }
    return band;
  }

  /** All of them where a chart is drawn, else the ends of the ranges. */
  private static SortedSet<Integer> days(SeriesKind kind, int horizon) {
    SortedSet<Integer> days = new TreeSet<>();
    for (int day = 1; kind == SeriesKind.POOL && day <= horizon; day++) {
      days.add(day);
    }
    int end = 0;
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      end += Horizons.width(bucket);
      if (end <= horizon) {
        days.add(end);
      }
    }
    days.add(horizon);
    return days;
  }

  private static KnownPast known(SeriesHistory series, List<Long> repairedDays) {
    DailySeries values = series.values();
    OptionalInt last = lastKnown(values);
    return new KnownPast(
        last.isPresent()
            ? Optional.of(LocalDate.ofEpochDay(values.firstDay() + last.getAsInt()))
            : Optional.empty(),
        last.isPresent()
            ? OptionalDouble.of(values.value(last.getAsInt()))
            : OptionalDouble.empty(),
        values.length(),
        values.length() - values.knownDays(),
        repairedDays.stream().map(LocalDate::ofEpochDay).toList(),
        series.rebuiltDays(),
        series.prometheusDays());
  }

  private static OptionalInt lastKnown(DailySeries values) {
    for (int i = values.length() - 1; i >= 0; i--) {
      if (values.isKnown(i)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
