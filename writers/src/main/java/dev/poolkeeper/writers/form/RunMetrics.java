package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.CoverageLine;
import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.channel.RunEnd;
import dev.poolkeeper.writers.form.MetricText.Gauge;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How runs went, for what keeps only what it was last told: when the last one was, whether it was
 * well, how long it took, and when the last good one was, which a failed run leaves alone.
 */
public final class RunMetrics {

  /** Something that is taken, and says what it is. */
  public static final String TEST =
      "# TYPE poolkeeper_test gauge\npoolkeeper_test{what=\"check --send-test\"} 1\n";

  private static final String LAST_SUCCESS = "last_success_timestamp_seconds";
  private static final String SUCCESS_HELP = "When the last good run of the job was.";

  private final MetricText text = new MetricText();

  private RunMetrics() {}

  /**
   * Of a night that is told: it was stored, so it was good, as of its capture; when the run ends, a
   * later time comes over this one. And what a page of metrics has no need of.
   */
  public static RunMetrics of(NightlyReport report) {
    RunMetrics metrics = new RunMetrics();
    metrics.text.gauge(LAST_SUCCESS, SUCCESS_HELP).value(report.capturedAt().getEpochSecond());
    metrics
        .text
        .gauge("last_run_records", "Rows of inventory that the last told run has read.")
        .value(report.coverage().stream().mapToLong(CoverageLine::rows).sum());
    Gauge days =
        metrics.text.gauge(
            "pool_days_to_full",
            "Days from the night until a pool may be, is likely to be, and surely is full: both"
                + " ends of the 80 % band and its middle; none when not within the horizon.");
    for (FullDateLine line : report.fullDates()) {
      days(days, report.date(), line, "earliest", line.earliest());
      days(days, report.date(), line, "likely", line.likely());
      days(days, report.date(), line, "latest", line.latest());
    }
    return metrics;
  }

  private static void days(
      Gauge gauge, LocalDate night, FullDateLine line, String end, Optional<LocalDate> day) {
    String[] pool = NightlyMetrics.pool(line.subject());
    day.ifPresent(
        known ->
            gauge.value(
                Math.max(0, ChronoUnit.DAYS.between(night, known)),
                pool[0],
                pool[1],
                pool[2],
                pool[3],
                "end",
                end));
  }

  /** Of a week that is told. */
  public static RunMetrics of(WeeklyReport report) {
    RunMetrics metrics = new RunMetrics();
    metrics.text.gauge(LAST_SUCCESS, SUCCESS_HELP).value(report.capturedAt().getEpochSecond());
    return metrics;
  }

  /** Of the end of a run. */
  public static RunMetrics of(RunEnd end) {
    RunMetrics metrics = new RunMetrics();
    MetricText text = metrics.text;
    text.gauge("last_run_timestamp_seconds", "When the last run of the job ended.")
        .value(end.at().getEpochSecond());
    text.gauge("last_run_status", "1 when the last run got to its end, 0 when it failed.")
        .value(end.well() ? 1 : 0);
    text.gauge("last_run_duration_seconds", "How long the last run took.")
        .value(end.took().toMillis() / 1000.0);
    if (end.well()) {
      text.gauge(LAST_SUCCESS, SUCCESS_HELP).value(end.at().getEpochSecond());
    }
    return metrics;
  }

  public void write(Appendable out) throws IOException {
    text.write(out);
  }
}
