package dev.poolkeeper.tests.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.forecast.FleetForecast;
import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.ScoreTable;
import dev.poolkeeper.readers.series.ShippedScores;
import dev.poolkeeper.tests.fleet.FleetScore;
import dev.poolkeeper.tests.fleet.ForecastBenchmark;
import dev.poolkeeper.tests.fleet.StorageFleet;
import dev.poolkeeper.tests.fleet.Volume;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On a fleet that neither the methods nor the shipped table have seen. The days of one series go
 * together, so 300 series are about 300 independent observations: two standard errors of a coverage
 * of 80 % are 4.6 points, of 95 % 2.5 points.
 */
class ForecastCalibrationTest {

  private static final long SEED = 20_260_211;
  private static final double ERROR_80 = 4.6;
  private static final double ERROR_95 = 2.5;

  private static final List<Volume> FLEET = StorageFleet.of(SEED, 300);
  private static final ScoreTable SHIPPED = ShippedScores.read();
  private static FleetForecast forecast;

  @BeforeAll
  static void examine() {
    forecast = ForecastBenchmark.examined(FLEET, SHIPPED);
  }

  private static void assertCalibrated(FleetScore score) {
    assertThat(score.covered80()).isBetween(80 - ERROR_80, 86 + ERROR_80);
    assertThat(score.covered95()).isBetween(95 - ERROR_95, 97.5 + ERROR_95);
  }

  @Test
  void bandsFromTheFleetsOwnErrorsHold() {
    assertCalibrated(ForecastBenchmark.score(FLEET, forecast, forecast.calibration()));
  }

  @Test
  void bandsFromTheShippedErrorsHold() {
    assertCalibrated(ForecastBenchmark.score(FLEET, forecast, Calibration.of(SHIPPED)));
  }

  @Test
  void forecastsAreTwiceAsGoodAsTheLastValue() {
    assertThat(ForecastBenchmark.score(FLEET, forecast, forecast.calibration()).relative())
        .isLessThan(.6);
  }

  @Test
  void threadsChangeNothing() {
    FleetForecast other =
        FleetForecast.of(FLEET.stream().map(Volume::history).toList(), 90, SHIPPED, 3);
    assertThat(ForecastBenchmark.score(FLEET, other, other.calibration()))
        .isEqualTo(ForecastBenchmark.score(FLEET, forecast, forecast.calibration()));
  }

  @Test
  void aSeedDrawsTheSameFleet() {
    assertThat(StorageFleet.of(SEED, 3).get(2).future().values())
        .isEqualTo(FLEET.get(2).future().values());
  }
}
