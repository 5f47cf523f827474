package dev.poolkeeper.writers.table;

import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.SnapshotLine;
import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The line of counts below a list. Unknown sizes are counted, never taken for zero. */
final class Summaries {

  private Summaries() {}

  static String findings(List<FindingLine> rows) {
    long confirmed = rows.stream().filter(FindingLine::confirmed).count();
    List<FindingLine> open =
        rows.stream().filter(line -> !line.status().equals("resolved")).toList();
    return CountText.of(rows.size(), "finding")
        + ", "
        + CountText.of(confirmed)
        + " confirmed; "
        + sum(open.stream().map(FindingLine::reclaimableBytes))
        + " reclaimable"
        + unmeasured(open.stream().map(FindingLine::reclaimableBytes));
  }

  static String volumes(List<VolumeLine> rows) {
    long linked = rows.stream().filter(line -> line.dataset().isPresent()).count();
    return "%s, %s with a known dataset; %s used%s; %s of it hidden from the claims"
        .formatted(
            CountText.of(rows.size(), "volume"),
            CountText.of(linked),
            sum(rows.stream().map(VolumeLine::usedBytes)),
            unmeasured(rows.stream().map(VolumeLine::usedBytes)),
            sum(rows.stream().map(VolumeLine::hiddenBytes)));
  }

  static String snapshots(List<SnapshotLine> rows) {
    long backing = rows.stream().filter(line -> line.content().isPresent()).count();
    return "%s, %s for a VolumeSnapshot; %s held by one snapshot alone%s"
        .formatted(
            CountText.of(rows.size(), "snapshot"),
            CountText.of(backing),
            sum(rows.stream().map(SnapshotLine::usedBytes)),
            unmeasured(rows.stream().map(SnapshotLine::usedBytes)));
  }

  private static String sum(Stream<OptionalLong> sizes) {
    return ByteText.of(sizes.mapToLong(size -> size.orElse(0)).reduce(0, Summaries::addSaturated));
  }

  private static String unmeasured(Stream<OptionalLong> sizes) {
    long count = sizes.filter(OptionalLong::isEmpty).count();
    return count == 0 ? "" : ", " + CountText.of(count) + " unknown";
  }

  private static long addSaturated(long sum, long size) {
    return sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size;
  }
}
