package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.FullOutlook.AlreadyFull;
import dev.poolkeeper.processors.growth.FullOutlook.Fills;
import dev.poolkeeper.processors.growth.FullOutlook.Never;
import dev.poolkeeper.processors.growth.FullOutlook.Within;
import dev.poolkeeper.processors.growth.GrowthForecast.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

/** Says when a forecast reaches a capacity. */
public final class FullOutlookFinder {

  private static final int[] DAYS = {7, 30, 90};
  private static final double UNLIKELY = .05;

  private final GrowthForecaster forecaster;
  private final DoubleFunction<String> amounts;

  /**
   * @param amounts writes an amount in the unit of the series, for the reasons
   */
  public FullOutlookFinder(GrowthForecaster forecaster, DoubleFunction<String> amounts) {
    this.forecaster = forecaster;
    this.amounts = amounts;
  }

  /**
   * The outlook of one series.
   *
   * @param capacity in the unit of the series; a later resize is another capacity, never another
   *     past
   */
  public FullOutlook find(Examination examination, double capacity) {
    Basis basis = examination.basis();
    if (basis.lastValue() >= capacity) {
      return new AlreadyFull();
    }
    double[] probability = forecaster.fullProbability(examination, capacity);
    if (probability[probability.length - 1] < UNLIKELY) {
      return new Never(reason(basis, probability.length));
    }
    List<Within> within = new ArrayList<>();
    for (int days : DAYS) {
      if (days <= probability.length) {
        within.add(new Within(days, probability[days - 1]));
      }
    }
    GrowthForecast forecast = forecaster.forecast(examination);
    return new Fills(
        within,
        crossing(forecast, Line.HIGH_80, capacity),
        crossing(forecast, Line.MEAN, capacity),
        crossing(forecast, Line.LOW_80, capacity));
  }

  private String reason(Basis basis, int days) {
    return switch (Trend.of(basis)) {
      case NONE ->
          "no trend, and no error was ever large enough to fill it within %d days".formatted(days);
      case SHRINKING -> "it shrinks by %s a day".formatted(amounts.apply(-basis.growthPerDay()));
      case GROWING ->
          "it grows by %s a day, too little to fill within %d days"
              .formatted(amounts.apply(basis.growthPerDay()), days);
    };
  }

  private static OptionalInt crossing(GrowthForecast forecast, Line line, double capacity) {
    for (int h = 1; h <= forecast.horizon(); h++) {
      if (forecast.value(line, h) >= capacity) {
        return OptionalInt.of(h);
      }
    }
    return OptionalInt.empty();
  }
}
