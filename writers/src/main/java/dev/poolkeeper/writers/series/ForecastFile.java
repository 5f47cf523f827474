package dev.poolkeeper.writers.series;

import dev.poolkeeper.processors.growth.GrowthForecast;
import dev.poolkeeper.processors.growth.GrowthForecast.Line;
import dev.poolkeeper.writers.text.NumberText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/**
 * Forecasts as {@code series_id,h,mean,lo80,hi80,lo95,hi95}, one row per series and day ahead, and
 * {@code p_full} when capacities are asked about. Holds one series at a time.
 */
public final class ForecastFile {

  private final Writer out;
  private final boolean capacities;
  private final StringBuilder rows = new StringBuilder();

  /**
   * @param capacities whether there is a column for the probability of being full
   */
  public ForecastFile(Writer out, boolean capacities) throws IOException {
    this.out = out;
    this.capacities = capacities;
    out.write("series_id,h,mean,lo80,hi80,lo95,hi95%s\n".formatted(capacities ? ",p_full" : ""));
  }

  /**
   * Appends one series.
   *
   * @param fullProbability per day ahead; empty without a known capacity
   */
  public void write(GrowthForecast forecast, Optional<double[]> fullProbability)
      throws IOException {
    String id = CsvField.of(forecast.id());
    rows.setLength(0);
    for (int h = 1; h <= forecast.horizon(); h++) {
      rows.append(id).append(',').append(h);
      for (Line line : Line.values()) {
        rows.append(',');
        NumberText.append(rows, forecast.value(line, h));
      }
      if (capacities) {
        rows.append(',');
        int day = h - 1;
        fullProbability.ifPresent(
            probability -> rows.append(String.format(Locale.ROOT, "%.4f", probability[day])));
      }
      rows.append('\n');
    }
    out.append(rows);
  }
}
