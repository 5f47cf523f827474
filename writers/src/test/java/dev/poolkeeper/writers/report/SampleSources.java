package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.SourceLine;
import java.util.List;
import java.util.stream.IntStream;

/** The same night seen by others. */
public final class SampleSources {

  private SampleSources() {}

  /** So many clusters, each with a warning. */
  public static NightlyReport many(NightlyReport report, int clusters) {
    return of(
        report,
        IntStream.range(0, clusters)
            .mapToObj(
                i ->
                    new SourceLine(
                        "cluster-" + i,
                        "cluster",
                        "uid-" + i,
                        "v1.33.4",
                        "Kubernetes v1.33.4",
                        22,
                        List.of("TLS of cluster-%d is not verified".formatted(i))))
            .toList());
  }

  private static NightlyReport of(NightlyReport report, List<SourceLine> sources) {
    return new NightlyReport(
        report.schemaVersion(),
        report.version(),
        report.demo(),
        report.date(),
        report.capturedAt(),
        report.verdict(),
        report.score(),
        report.scoreDelta(),
        report.headlines(),
        report.changes(),
        report.reclaimable(),
        report.topActions(),
        sources,
        report.nights(),
        report.history(),
        report.volumesByConfidence(),
        report.groups(),
        report.pools(),
        report.space(),
        report.courses(),
        report.coverage(),
        report.withheld(),
        report.scores(),
        report.exceptions(),
        report.protection(),
        report.retention(),
        report.proposals(),
        report.fullDates(),
        report.counts(),
        report.policy());
  }
}
