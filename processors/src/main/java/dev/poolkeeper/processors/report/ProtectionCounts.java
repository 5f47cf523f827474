package dev.poolkeeper.processors.report;

import java.util.List;

/**
 * How many claims of a namespace stand how against their RPO.
 *
 * @param namespace {@code prod-a/namespaces/media}
 */
public record ProtectionCounts(
    String namespace, long protectedClaims, long late, long never, long unknown, long notAsked) {

  /** Claims of which something is asked. */
  public long asked() {
    return protectedClaims + late + never + unknown;
  }

  /** All of them together. */
  public static ProtectionCounts sum(List<ProtectionCounts> parts) {
    return parts.stream()
        .reduce(
            new ProtectionCounts("", 0, 0, 0, 0, 0),
            (a, b) ->
                new ProtectionCounts(
                    "",
                    a.protectedClaims + b.protectedClaims,
                    a.late + b.late,
                    a.never + b.never,
                    a.unknown + b.unknown,
                    a.notAsked + b.notAsked));
  }
}
