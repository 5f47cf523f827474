package dev.poolkeeper.tests.fleet;

import dev.poolkeeper.processors.growth.GrowthForecast;
import dev.poolkeeper.processors.growth.GrowthForecast.Line;
import dev.poolkeeper.processors.history.DailySeries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How right the forecasts of a made-up fleet were over the first 30 days. As in the M4 competition
 * (S. Makridakis, E. Spiliotis, V. Assimakopoulos, International Journal of Forecasting 36 (2020)
 * 54), except that everything is cut at the capacity, and that the yardstick is the last value
 * without seasons.
 *
 * @param smape symmetric mean absolute percentage error
 * @param mase mean absolute error in units of the mean daily change; still series left out
 * @param relative mean of both, each divided by that of the last value: 1 is as good as that
 * @param msis mean scaled interval score of the 95 % band
 * @param covered80 share of days within the 80 % band, in percent
 * @param covered95 share of days within the 95 % band, in percent
 */
public record FleetScore(
    double smape, double mase, double relative, double msis, double covered80, double covered95) {

  private static final int DAYS = 30;

  /** The score of one volume; NaN where it has none. */
  private record One(
      double smape,
      double naiveSmape,
      double mase,
      double naiveMase,
      double msis,
      double covered80,
      double covered95) {}

  /**
   * @param forecasts by id; volumes without one do not count
   */
  public static FleetScore of(List<Volume> fleet, Map<String, GrowthForecast> forecasts) {
    List<One> scores =
        fleet.stream()
            .flatMap(
                volume ->
                    Optional.ofNullable(forecasts.get(volume.history().id()))
                        .map(forecast -> one(volume, forecast))
                        .stream())
            .toList();
    double smape = mean(scores, One::smape);
    double mase = mean(scores, One::mase);
    double relative =
        (smape / mean(scores, One::naiveSmape) + mase / mean(scores, One::naiveMase)) / 2;
    return new FleetScore(
        smape,
        mase,
        relative,
        mean(scores, One::msis),
        100 * mean(scores, One::covered80),
        100 * mean(scores, One::covered95));
  }

  private static double mean(List<One> scores, ToDoubleFunction<One> part) {
    return scores.stream().mapToDouble(part).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  private static One one(Volume volume, GrowthForecast forecast) {
    double last = volume.history().value(volume.history().length() - 1);
    double smape = 0;
    double naiveSmape = 0;
    double error = 0;
    double naiveError = 0;
    double interval = 0;
    int in80 = 0;
    int in95 = 0;
    for (int h = 1; h <= DAYS; h++) {
      double actual = Math.min(volume.capacity(), volume.future().value(h - 1));
      double mean = cut(volume, forecast, Line.MEAN, h);
      smape += symmetric(actual, mean);
      naiveSmape += symmetric(actual, last);
      error += Math.abs(actual - mean);
      naiveError += Math.abs(actual - last);
      double low = cut(volume, forecast, Line.LOW_95, h);
      double high = cut(volume, forecast, Line.HIGH_95, h);
      interval += high - low + 40 * (Math.max(0, low - actual) + Math.max(0, actual - high));
      in95 += within(low, actual, high);
      in80 +=
          within(
              cut(volume, forecast, Line.LOW_80, h),
              actual,
              cut(volume, forecast, Line.HIGH_80, h));
    }
    double scale = DAYS * meanChange(volume.history());
    return new One(
        smape / DAYS,
        naiveSmape / DAYS,
        error / scale,
        naiveError / scale,
        interval / scale,
        (double) in80 / DAYS,
        (double) in95 / DAYS);
  }

  private static double cut(Volume volume, GrowthForecast forecast, Line line, int h) {
    return Math.min(volume.capacity(), forecast.value(line, h));
  }

  private static double symmetric(double actual, double forecast) {
    double size = Math.abs(actual) + Math.abs(forecast);
    return size == 0 ? 0 : 200 * Math.abs(actual - forecast) / size;
  }

  private static int within(double low, double actual, double high) {
    double rounding = 1e-6 * Math.abs(actual);
    return low - rounding <= actual && actual <= high + rounding ? 1 : 0;
  }

  /** NaN when there is practically none. */
  private static double meanChange(DailySeries history) {
    double sum = 0;
    double level = 0;
    double last = history.value(0);
    for (int i = 1; i < history.length(); i++) {
      double value = history.isKnown(i) ? history.value(i) : last;
      sum += Math.abs(value - last);
      level += Math.abs(value);
      last = value;
    }
    return sum > 1e-6 * level ? sum / (history.length() - 1) : Double.NaN;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "sMAPE %.3f, MASE %.3f, relative to the last value %.3f, MSIS %.1f, 80 %% band holds %.1f"
            + " %%, 95 %% band %.1f %%",
        smape,
        mase,
        relative,
        msis,
        covered80,
        covered95);
  }
}
