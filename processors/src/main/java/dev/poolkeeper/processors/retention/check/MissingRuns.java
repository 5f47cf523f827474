package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.finding.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Snapshots that were promised and are not there.
 *
 * @param count how many
 * @param severity how bad that is; empty when none is missing
 * @param evidence who promised them and which they are
 * @param at when they should have been made, as far as that can be told
 */
public record MissingRuns(
    int count, Optional<Severity> severity, List<String> evidence, List<Instant> at) {

  public static final MissingRuns NONE = new MissingRuns(0, Optional.empty(), List.of());

  /** Of which nobody knows when they should have been made. */
  public MissingRuns(int count, Optional<Severity> severity, List<String> evidence) {
    this(count, severity, evidence, List.of());
  }

  public MissingRuns {
    at = List.copyOf(at);
    evidence = List.copyOf(evidence);
  }

  /** Both together, as bad as the worse. */
  MissingRuns and(MissingRuns other) {
    Optional<Severity> worse =
        Stream.of(severity, other.severity)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
    return new MissingRuns(
        count + other.count,
        worse,
        Stream.concat(evidence.stream(), other.evidence.stream()).toList(),
        Stream.concat(at.stream(), other.at.stream()).toList());
  }
}
