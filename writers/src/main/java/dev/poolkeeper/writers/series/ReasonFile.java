package dev.poolkeeper.writers.series;

import java.io.IOException;
import java.io.Writer;

/** Why each forecast is what it is, or why there is none: {@code series_id,outcome,reason}. */
public final class ReasonFile {

  private final Writer out;

  public ReasonFile(Writer out) throws IOException {
    this.out = out;
    out.write("series_id,outcome,reason\n");
  }

  /** Appends one series. */
  public void write(String id, String outcome, String reason) throws IOException {
    out.write("%s,%s,%s\n".formatted(CsvField.of(id), CsvField.of(outcome), CsvField.of(reason)));
  }
}
