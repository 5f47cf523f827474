package dev.poolkeeper.writers.series;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes {@code series_id,t,value,score,anomaly,kind}: the three fields of the input as they were,
 * then the score in full precision, 1 for an anomaly or 0, and its class or nothing.
 */
public final class DetectionCsv {

  private final Appendable out;

  /** Writes the header. */
  public DetectionCsv(Appendable out) throws IOException {
    this.out = out;
    out.append("series_id,t,value,score,anomaly,kind\n");
  }

  public void row(
      String seriesId, String time, String value, double score, Optional<AnomalyKind> alarm)
      throws IOException {
    out.append(CsvField.of(seriesId))
        .append(',')
        .append(CsvField.of(time))
        .append(',')
        .append(CsvField.of(value))
        .append(',')
        .append(score == 0 ? "0" : Double.toString(score))
        .append(alarm.isPresent() ? ",1," : ",0,")
        .append(alarm.map(AnomalyKind::label).orElse(""))
        .append('\n');
  }
}
