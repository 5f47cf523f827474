package dev.poolkeeper.processors.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What changed since the last comparable night.
 *
 * @param comparedWith that night; empty on the first
 * @param persisting how many are simply still there
 * @param withheld how many earlier findings could not be judged tonight
 */
public record Changes(
    Optional<LocalDate> comparedWith,
    List<FindingLine> appeared,
    List<FindingLine> confirmed,
    List<FindingLine> reopened,
    List<FindingLine> resolved,
    int persisting,
    int withheld) {

  public Changes {
    appeared = List.copyOf(appeared);
    confirmed = List.copyOf(confirmed);
    reopened = List.copyOf(reopened);
    resolved = List.copyOf(resolved);
  }
}
