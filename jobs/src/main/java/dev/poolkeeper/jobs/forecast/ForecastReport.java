package dev.poolkeeper.jobs.forecast;

import dev.poolkeeper.processors.growth.Basis;
import dev.poolkeeper.processors.growth.Examination;
import dev.poolkeeper.processors.growth.Examined;
import dev.poolkeeper.processors.growth.FullOutlook;
import dev.poolkeeper.processors.growth.FullOutlook.AlreadyFull;
import dev.poolkeeper.processors.growth.FullOutlook.Fills;
import dev.poolkeeper.processors.growth.FullOutlook.Never;
import dev.poolkeeper.processors.growth.FullOutlook.Within;
import dev.poolkeeper.processors.growth.FullOutlookFinder;
import dev.poolkeeper.processors.growth.GrowthForecaster;
import dev.poolkeeper.processors.growth.GrowthReason;
import dev.poolkeeper.processors.growth.NotForecast;
import dev.poolkeeper.writers.series.ForecastFile;
import dev.poolkeeper.writers.series.ReasonFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Writes what a fleet's forecast has come to, series by series. */
public final class ForecastReport {

  private final FleetForecast fleet;
  private final Optional<Map<String, Double>> capacities;
  private final GrowthForecaster forecaster;
  private final FullOutlookFinder outlooks;

  /**
   * @param capacities empty when they are not asked about
   */
  public ForecastReport(FleetForecast fleet, Optional<Map<String, Double>> capacities) {
    this.fleet = fleet;
    this.capacities = capacities;
    this.forecaster = new GrowthForecaster(fleet.calibration());
    this.outlooks = new FullOutlookFinder(forecaster, Amounts::plain);
  }

  /** {@code series_id,h,mean,lo80,hi80,lo95,hi95}. */
  public void writeForecasts(Writer out) throws IOException {
    ForecastFile file = new ForecastFile(out, capacities.isPresent());
    for (Examined examined : fleet.examined()) {
      if (examined instanceof Examination examination) {
        file.write(
            forecaster.forecast(examination),
            capacity(examination.id())
                .map(capacity -> forecaster.fullProbability(examination, capacity)));
      }
    }
  }

  /** {@code series_id,outcome,reason}. */
  public void writeReasons(Writer out) throws IOException {
    ReasonFile file = new ReasonFile(out);
    for (Examined examined : fleet.examined()) {
      if (examined instanceof Examination examination) {
        String outlook =
            capacity(examination.id())
                .map(capacity -> outlook(examination, capacity) + "; ")
                .orElse("");
        file.write(
            examined.id(),
            "forecast",
            outlook + GrowthReason.of(examination.basis(), Amounts::plain));
      } else if (examined instanceof NotForecast left) {
        file.write(left.id(), "not forecast", left.reason());
      }
    }
  }

  private Optional<Double> capacity(String id) {
    return capacities.map(known -> known.get(id));
  }

  private String outlook(Examination examination, double capacity) {
    FullOutlook outlook = outlooks.find(examination, capacity);
    if (outlook instanceof Fills fills) {
      return "full "
          + fills.within().stream().map(ForecastReport::within).collect(Collectors.joining(", "))
          + band(examination.basis(), fills);
    }
    return outlook instanceof Never never
        ? "does not fill: " + never.reason()
        : outlook instanceof AlreadyFull ? "is full" : "";
  }

  private static String within(Within within) {
    return String.format(
        Locale.ROOT, "within %d days %.0f %%", within.days(), 100 * within.probability());
  }

  private static String band(Basis basis, Fills fills) {
    if (fills.earliest().isEmpty()) {
      return "";
    }
    return fills.latest().isPresent()
        ? " (80 %%: %s to %s)".formatted(day(basis, fills.earliest()), day(basis, fills.latest()))
        : " (80 %%: not before %s)".formatted(day(basis, fills.earliest()));
  }

  private static String day(Basis basis, OptionalInt ahead) {
    return basis.axis().label(basis.lastDay() + ahead.orElseThrow());
  }
}
