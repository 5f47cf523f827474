package dev.poolkeeper.writers.series;

import dev.poolkeeper.processors.anomaly.pattern.Pattern;
import dev.poolkeeper.processors.history.DailySeries;
import java.io.IOException;
import java.util.Locale;

/**
 * Writes {@code series_id,pattern,t,size,period,evidence}: the day it is about, its size in the
 * unit of the series, its period in days where it has one, and words.
 */
public final class PatternCsv {

  private final Appendable out;

  /** Writes the header. */
  public PatternCsv(Appendable out) throws IOException {
    this.out = out;
    out.append("series_id,pattern,t,size,period,evidence\n");
  }

  public void row(DailySeries series, Pattern pattern) throws IOException {
    String day =
        switch (series.axis()) {
          case DATE -> series.axis().label(pattern.day());
          case INDEX -> Long.toString(pattern.day());
        };
    String evidence = pattern.evidence(series.axis(), PatternCsv::amount);
    out.append(CsvField.of(series.id()))
        .append(',')
        .append(pattern.label())
        .append(',')
        .append(day)
        .append(',')
        .append(Double.toString(pattern.size()))
        .append(',')
        .append(period(pattern))
        .append(',')
        .append(CsvField.of(evidence))
        .append('\n');
  }

  private static String period(Pattern pattern) {
    if (pattern instanceof Pattern.Period found) {
      return Integer.toString(found.period());
    }
    return pattern instanceof Pattern.WeeklyCycle ? "7" : "";
  }

  private static String amount(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
