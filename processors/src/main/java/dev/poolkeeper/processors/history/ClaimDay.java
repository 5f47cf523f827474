package dev.poolkeeper.processors.history;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * How full a claim was on a past day, as its file system said; told by a Prometheus that has
 * watched the kubelets.
 *
 * @param day UTC day
 * @param usedBytes empty when not known, never zero for that
 * @param capacityBytes size of the file system; empty when not known
 */
public record ClaimDay(
    String cluster,
    String namespace,
    String claim,
    LocalDate day,
    OptionalLong usedBytes,
    OptionalLong capacityBytes) {

  public ClaimDay {
    requireNonNull(cluster, "cluster");
    requireNonNull(namespace, "namespace");
    requireNonNull(claim, "claim");
    requireNonNull(day, "day");
    requireNotNegative(usedBytes, "usedBytes");
    requireNotNegative(capacityBytes, "capacityBytes");
  }

  /** Whether it says anything at all. */
  public boolean known() {
    return usedBytes.isPresent() || capacityBytes.isPresent();
  }

  private static void requireNotNegative(OptionalLong bytes, String name) {
    if (bytes.orElse(0) < 0) {
      throw new IllegalArgumentException(name + " is negative: " + bytes.getAsLong());
    }
  }
}
