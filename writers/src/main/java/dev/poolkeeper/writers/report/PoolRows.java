package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.writers.chart.Sparkline;
import dev.poolkeeper.writers.report.Bars.Portion;
import dev.poolkeeper.writers.report.NightlyPage.Pool;
import dev.poolkeeper.writers.report.NightlyPage.Segment;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A pool in usable space: a share is only given where both numbers are known. */
final class PoolRows {

  private final NightlyReport report;

  PoolRows(NightlyReport report) {
    this.report = report;
  }

  List<Pool> all() {
    return report.pools().stream().map(this::row).toList();
  }

  private Pool row(PoolLine line) {
    Optional<FullDateLine> full =
        report.fullDates().stream()
            .filter(date -> date.subject().equals(line.subject()))
            .findFirst();
    OptionalLong usable = sum(line.usedBytes(), line.availableBytes());
    return new Pool(
        VisibleText.of(line.subject()),
        Tags.pool(line.status()),
        ByteText.of(usable),
        share(line.usedBytes(), usable, ""),
        ByteText.of(line.availableBytes()),
        share(line.snapshotBytes(), line.usedBytes(), " of used"),
        ByteText.of(line.rawSizeBytes()),
        "%s, %s"
            .formatted(
                CountText.of(line.datasets(), "dataset"),
                CountText.of(line.snapshots(), "snapshot")),
        full.map(FullDateText::dates).orElse("not known"),
        full.map(FullDateText::remark).orElse("no forecast of this night"),
        report.courses().stream()
            .filter(course -> course.subject().equals(line.subject()))
            .findFirst()
            .map(Sparkline::svg)
            .orElse(""),
        usable.isPresent() ? bar(line) : List.of());
  }

  private static String share(OptionalLong part, OptionalLong whole, String suffix) {
    boolean shareable = part.isPresent() && whole.orElse(0) > 0;
    return shareable
        ? "%s (%s%s)"
            .formatted(
                ByteText.of(part),
                CountText.percent(part.getAsLong(), (double) whole.getAsLong()),
                suffix)
        : ByteText.of(part);
  }

  private static List<Segment> bar(PoolLine line) {
    long used = line.usedBytes().orElse(0);
    long inSnapshots = Math.min(used, line.snapshotBytes().orElse(0));
    return Bars.of(
        List.of(
            new Portion("used", used - inSnapshots),
            new Portion("snapshots", inSnapshots),
            new Portion("free", line.availableBytes().orElse(0))));
  }

  private static OptionalLong sum(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(Math.addExact(a.getAsLong(), b.getAsLong()))
        : OptionalLong.empty();
  }
}
