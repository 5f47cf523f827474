package dev.poolkeeper.tests.fleet;

import dev.poolkeeper.jobs.forecast.FleetForecast;
import dev.poolkeeper.processors.growth.Examination;
import dev.poolkeeper.processors.growth.Examined;
import dev.poolkeeper.processors.growth.GrowthForecast;
import dev.poolkeeper.processors.growth.GrowthForecaster;
import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.ScoreTable;
import dev.poolkeeper.readers.series.ShippedScores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts a made-up fleet and says how right that was, with bands from the fleet's own errors and
 * with the shipped ones alone, and how long it took. Arguments: seed, volumes.
 */
public final class ForecastBenchmark {

  private ForecastBenchmark() {}

  public static void main(String[] args) {
    List<Volume> fleet = StorageFleet.of(Long.parseLong(args[0]), Integer.parseInt(args[1]));
    ScoreTable shipped = ShippedScores.read();
    long start = System.nanoTime();
    FleetForecast forecast = examined(fleet, shipped);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("own errors:     %s%n", score(fleet, forecast, forecast.calibration()));
    System.out.printf("shipped errors: %s%n", score(fleet, forecast, Calibration.of(shipped)));
    System.out.printf("%.1f s for %d series on one thread%n", seconds, fleet.size());
  }

  /** On one thread. */
  public static FleetForecast examined(List<Volume> fleet, ScoreTable shipped) {
    return FleetForecast.of(
        fleet.stream().map(Volume::history).toList(), StorageFleet.FUTURE, shipped, 1);
  }

  /** With bands from a calibration. */
  public static FleetScore score(
      List<Volume> fleet, FleetForecast forecast, Calibration calibration) {
    GrowthForecaster forecaster = new GrowthForecaster(calibration);
    Map<String, GrowthForecast> forecasts = new HashMap<>();
    for (Examined examined : forecast.examined()) {
      if (examined instanceof Examination examination) {
        forecasts.put(examined.id(), forecaster.forecast(examination));
      }
    }
    return FleetScore.of(fleet, forecasts);
  }
}
