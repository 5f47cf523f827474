package dev.poolkeeper.processors.report;

import java.util.List;

/**
 * How the claims of a night are protected.
 *
 * @param namespaces all of them, by name
 * @param worst the claims that stand worst: what was asked for or promised and is missing, what
 *     nobody asked for and is, unknown ones, then the rest; those with the oldest copy first
 * @param omitted how many more claims there are
 * @param holdings what snapshots hold, by subject
 */
public record ProtectionFacts(
    List<ProtectionCounts> namespaces,
    List<ProtectionLine> worst,
    long omitted,
    List<SnapshotHoldingLine> holdings) {

  public static final ProtectionFacts NONE =
      new ProtectionFacts(List.of(), List.of(), 0, List.of());

  public ProtectionFacts {
    namespaces = List.copyOf(namespaces);
    worst = List.copyOf(worst);
    holdings = List.copyOf(holdings);
  }
}
