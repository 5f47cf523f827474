package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.FindingCount;
import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.ProtectionCounts;
import dev.poolkeeper.processors.report.Reclaimable;
import dev.poolkeeper.writers.form.MetricText.Gauge;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A night as gauges. Findings are counted by code, severity and belief; pools and sources are told
 * one by one, since there are few; volumes, claims, datasets and snapshots never are.
 */
public final class NightlyMetrics {

  private NightlyMetrics() {}

  public static void write(NightlyReport report, Appendable out) throws IOException {
    MetricText text = new MetricText();
    night(report, text);
    findings(report, text);
    space(report.reclaimable(), text);
    sources(report, text);
    pools(report, text);
    protection(report, text);
    text.write(out);
  }

  private static void night(NightlyReport report, MetricText text) {
    text.gauge(
            "build_info", "Always 1: the version that wrote this, and whether the data is made up.")
        .value(1, "version", report.version(), "demo", Boolean.toString(report.demo()));
    text.gauge("night_timestamp_seconds", "When the inventory of the newest night was captured.")
        .value(report.capturedAt().getEpochSecond());
    Gauge verdict =
        text.gauge("night_verdict", "1 for the verdict of the night, 0 for the others.");
    Arrays.stream(NightVerdict.values())
        .forEach(one -> verdict.value(one == report.verdict() ? 1 : 0, "verdict", one.name()));
    text.gauge("night_score", "Health of the night, 0 to 100.").value(report.score());
    Gauge changes =
        text.gauge("night_changes", "Findings that changed since the night before, by how.");
    changes.value(report.changes().appeared().size(), "change", "new");
    changes.value(report.changes().confirmed().size(), "change", "confirmed");
    changes.value(report.changes().reopened().size(), "change", "reopened");
    changes.value(report.changes().resolved().size(), "change", "resolved");
    text.gauge("nights", "Nights that the ledger has measured.").value(report.nights());
  }

  private static void findings(NightlyReport report, MetricText text) {
    Gauge findings =
        text.gauge("findings", "Open findings by code, severity and how far they are believed.");
    for (FindingCount count : report.counts()) {
      findings.value(
          count.findings(),
          "code",
          count.code(),
          "name",
          count.name(),
          "severity",
          count.severity(),
          "belief",
          count.belief());
    }
    Gauge exceptions =
        text.gauge("exceptions", "Exceptions of the configuration by how they stand.");
    report.exceptions().stream()
        .collect(Collectors.groupingBy(line -> line.state(), TreeMap::new, Collectors.counting()))
        .forEach((state, count) -> exceptions.value(count.longValue(), "state", state));
  }

  private static void space(Reclaimable space, MetricText text) {
    text.gauge("reclaimable_bytes", "Space that could be freed, by how sure it is.")
        .value(space.eligibleBytes(), "state", "eligible")
        .value(space.blockedBytes(), "state", "blocked")
        .value(space.waitingBytes(), "state", "waiting")
        .value(space.exceptedBytes(), "state", "excepted");
    text.gauge("reclaimable_unknown_findings", "Findings whose space cannot be known.")
        .value(space.unknown());
  }

  private static void sources(NightlyReport report, MetricText text) {
    Gauge complete =
        text.gauge("source_parts", "Parts of a source's inventory by how they were read.");
    Map<String, Map<String, Long>> parts =
        report.coverage().stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.part().split("/", 2)[0],
                    TreeMap::new,
                    Collectors.groupingBy(
                        line -> line.status(), TreeMap::new, Collectors.counting())));
    parts.forEach(
        (source, statuses) ->
            statuses.forEach(
                (status, count) ->
                    complete.value(count.longValue(), "source", source, "status", status)));
    Gauge calls = text.gauge("source_calls", "Calls that the run made to a source.");
    Gauge score = text.gauge("source_score", "Health of a source, 0 to 100; none when not judged.");
    report
        .sources()
        .forEach(line -> calls.value(line.calls(), "source", line.name(), "side", line.side()));
    report.scores().stream()
        .filter(line -> line.score().isPresent())
        .forEach(
            line ->
                score.value(line.score().getAsInt(), "source", line.source(), "side", line.side()));
  }

  private static void pools(NightlyReport report, MetricText text) {
    Gauge used = text.gauge("pool_used_bytes", "Usable space that is used.");
    Gauge available = text.gauge("pool_available_bytes", "Usable space that is free.");
    Gauge snapshots = text.gauge("pool_snapshot_bytes", "Of used, what only snapshots hold.");
    Gauge promised = text.gauge("pool_provisioned_bytes", "What the volumes may fill.");
    for (PoolLine line : report.pools()) {
      String[] labels = pool(line.subject());
      used.value(line.usedBytes(), labels);
      available.value(line.availableBytes(), labels);
      snapshots.value(line.snapshotBytes(), labels);
      promised.value(line.provisionedBytes(), labels);
    }
    date(report, text, "earliest", FullDateLine::earliest, "upper end of the 80 % band");
    date(report, text, "likely", FullDateLine::likely, "expected path");
    date(report, text, "latest", FullDateLine::latest, "lower end of the 80 % band");
  }

  private static void date(
      NightlyReport report,
      MetricText text,
      String which,
      Function<FullDateLine, Optional<LocalDate>> day,
      String end) {
    Gauge gauge =
        text.gauge(
            "pool_full_%s_timestamp_seconds".formatted(which),
            "First day on which the %s reaches the capacity; none when not within the horizon."
                .formatted(end));
    for (FullDateLine line : report.fullDates()) {
      day.apply(line).ifPresent(known -> gauge.value(seconds(known), pool(line.subject())));
    }
  }

  /** {@code nas1/pools/tank} as labels. */
  static String[] pool(String subject) {
    String[] parts = subject.split("/pools/", 2);
    return new String[] {"nas", parts[0], "pool", parts.length < 2 ? subject : parts[1]};
  }

  static long seconds(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static void protection(NightlyReport report, MetricText text) {
    ProtectionCounts all = ProtectionCounts.sum(report.protection().namespaces());
    Gauge claims = text.gauge("claims", "Claims by how they stand against their RPO.");
    Map<String, ToLongFunction<ProtectionCounts>> verdicts = new TreeMap<>();
    verdicts.put("protected", ProtectionCounts::protectedClaims);
    verdicts.put("late", ProtectionCounts::late);
    verdicts.put("never", ProtectionCounts::never);
    verdicts.put("unknown", ProtectionCounts::unknown);
    verdicts.put("not-asked", ProtectionCounts::notAsked);
    verdicts.forEach(
        (verdict, count) -> claims.value(count.applyAsLong(all), "protection", verdict));
    Gauge volumes = text.gauge("volumes", "PersistentVolumes by how sure it is what backs them.");
    new TreeMap<>(report.volumesByConfidence())
        .forEach((confidence, count) -> volumes.value(count.longValue(), "confidence", confidence));
  }
}
