package dev.poolkeeper.processors.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a cluster or TrueNAS stands on a night; the field names are a public contract.
 *
 * @param side {@code cluster} or {@code nas}
 * @param score 0..100; empty when it could not be judged completely
 * @param grade A, B, C, D or F; empty likewise
 * @param delta against its last earlier night with a score
 * @param comparedWith that night
 * @param objects how many objects a share is taken of
 * @param unjudged why it has no grade
 * @param costs what was taken off, most first
 */
public record SourceScoreLine(
    String source,
    String side,
    OptionalInt score,
    Optional<String> grade,
    OptionalInt delta,
    Optional<LocalDate> comparedWith,
    long objects,
    Optional<String> unjudged,
    List<CostLine> costs) {

  public SourceScoreLine {
    costs = List.copyOf(costs);
  }

  /**
   * What the findings of one code and severity cost.
   *
   * @param points of 100, all of them together
   */
  public record CostLine(String code, String name, String severity, int findings, double points) {}
}
