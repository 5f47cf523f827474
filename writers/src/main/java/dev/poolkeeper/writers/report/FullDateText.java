package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.writers.text.VisibleText;

/** Writes when a pool is expected to be full: both ends of the band, never one bare date. */
final class FullDateText {

  private FullDateText() {}

  /** {@code 2026-03-14 to 2026-04-23}, {@code is full}, or why there is no date. */
  static String dates(FullDateLine line) {
    if (line.outlook().equals(FullDateLine.FULL)) {
      return "is full";
    }
    if (line.outlook().equals(FullDateLine.UNKNOWN)) {
      return "not known";
    }
    return line.earliest()
        .map(
            from ->
                line.latest().map(to -> from + " to " + to).orElse("from %s on".formatted(from)))
        .orElse("not in sight");
  }

  /** Beside the dates: the likely day, or why there are none. */
  static String remark(FullDateLine line) {
    if (line.earliest().isEmpty()) {
      return VisibleText.of(line.reason());
    }
    return line.likely().map(day -> "likely " + day).orElse("");
  }
}
