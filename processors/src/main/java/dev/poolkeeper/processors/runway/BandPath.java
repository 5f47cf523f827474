package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A stored forecast as a path: the value of the night and, for days ahead, the expected value with
 * its bands. Dates are as fine as the days that were stored, which are all of them for pools.
 */
final class BandPath {

  private final LocalDate night;
  private final double now;
  private final List<BandDay> band;

  private BandPath(LocalDate night, double now, List<BandDay> band) {
    this.night = night;
    this.now = now;
    this.band = List.copyOf(band);
  }

  /** Empty when there is no forecast. */
  static Optional<BandPath> of(SeriesOutlook outlook) {
    return outlook
        .forecast()
        .filter(forecast -> outlook.known().lastValue().isPresent())
        .map(
            forecast ->
                new BandPath(
                    outlook.night(), outlook.known().lastValue().getAsDouble(), forecast.band()));
  }

  /** The last day it reaches, counted from the night; 0 when it has none. */
  int horizon() {
    return band.isEmpty() ? 0 : band.get(band.size() - 1).daysAhead();
  }

  /**
   * When it reaches a level; the night itself when it is there already.
   *
   * @param level by days ahead, 0 for the night
   */
  Crossing reaches(IntToDoubleFunction level) {
    return now >= level.applyAsDouble(0)
        ? Crossing.on(night)
        : new Crossing(
            first(level, BandDay::high80),
            first(level, BandDay::mean),
            first(level, BandDay::low80));
  }

  private Optional<LocalDate> first(IntToDoubleFunction level, ToDoubleFunction<BandDay> line) {
    return band.stream()
        .filter(day -> line.applyAsDouble(day) >= level.applyAsDouble(day.daysAhead()))
        .findFirst()
        .map(day -> night.plusDays(day.daysAhead()));
  }

  /**
   * Growth and its uncertainty times a factor: every line leads as many times as far away from the
   * value of the night.
   *
   * @param factor over 0
   */
  BandPath times(double factor) {
    return new BandPath(
        night,
        now,
        band.stream()
            .map(
                day ->
                    new BandDay(
                        day.daysAhead(),
                        times(factor, day.mean()),
                        times(factor, day.low80()),
                        times(factor, day.high80()),
                        times(factor, day.low95()),
                        times(factor, day.high95())))
            .toList());
  }

  private double times(double factor, double value) {
    return now + factor * (value - now);
  }

  /**
   * All lines moved up alike.
   *
   * @param by amount by days ahead
   */
  BandPath plus(IntToDoubleFunction by) {
    return new BandPath(
        night,
        now,
        band.stream()
            .map(
                day -> {
                  double more = by.applyAsDouble(day.daysAhead());
                  return new BandDay(
                      day.daysAhead(),
                      day.mean() + more,
                      day.low80() + more,
                      day.high80() + more,
                      day.low95() + more,
                      day.high95() + more);
                })
            .toList());
  }
}
