package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.PoolGrowthLine;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.form.MetricText.Gauge;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A week as gauges: pools one by one; namespaces and classes are not told, there may be many. */
public final class WeeklyMetrics {

  private static final double SECONDS = 86_400;

  private WeeklyMetrics() {}

  public static void write(WeeklyReport report, Appendable out) throws IOException {
    MetricText text = new MetricText();
    text.gauge("weekly_timestamp_seconds", "When the night was captured that the report looks at.")
        .value(report.capturedAt().getEpochSecond());
    Gauge verdict =
        text.gauge("weekly_verdict", "1 for the verdict of the report, 0 for the others.");
    Arrays.stream(NightVerdict.values())
        .forEach(one -> verdict.value(one == report.verdict() ? 1 : 0, "verdict", one.name()));
    List<RunwayLine> pools =
        report.runways().stream().filter(line -> line.kind().equals(RunwayLine.POOL)).toList();
    chances(pools, text);
    dates(pools, text);
    growth(report, text);
    text.write(out);
  }

  private static void chances(List<RunwayLine> pools, MetricText text) {
    Gauge full =
        text.gauge(
            "pool_full_probability", "How likely a pool is full within so many days, 0 to 1.");
    for (RunwayLine line : pools) {
      full.value(line.within7(), labels(line, "days", "7"));
      full.value(line.within30(), labels(line, "days", "30"));
      full.value(line.within90(), labels(line, "days", "90"));
    }
  }

  private static void dates(List<RunwayLine> pools, MetricText text) {
    Gauge order =
        text.gauge(
            "pool_order_by_timestamp_seconds", "Day to order new capacity on at the latest.");
    Gauge growth =
        text.gauge("pool_growth_bytes_per_second", "Growth of the expected path over 30 days.");
    for (RunwayLine line : pools) {
      line.orderBy()
          .ifPresent(
              day -> order.value(NightlyMetrics.seconds(day), NightlyMetrics.pool(line.subject())));
      if (line.growthBytesPerDay().isPresent()) {
        growth.value(
            line.growthBytesPerDay().getAsDouble() / SECONDS, NightlyMetrics.pool(line.subject()));
      }
    }
  }

  private static void growth(WeeklyReport report, MetricText text) {
    Gauge change = text.gauge("pool_change_bytes", "By how much a pool changed in so many days.");
    for (PoolGrowthLine line : report.growth()) {
      String[] pool = NightlyMetrics.pool(line.pool());
      change.value(
          line.deltaBytes(),
          pool[0],
          pool[1],
          pool[2],
          pool[3],
          "days",
          Integer.toString(line.days()));
    }
  }

  private static String[] labels(RunwayLine line, String name, String value) {
    String[] pool = NightlyMetrics.pool(line.subject());
    return new String[] {pool[0], pool[1], pool[2], pool[3], name, value};
  }
}
