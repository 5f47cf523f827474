package dev.poolkeeper.processors.retention.policy;

import java.util.List;

/**
 * A snapshot that is kept.
 *
 * @param reasons every rule that keeps it, in the policy's order; at least one
 */
public record Kept(DatedSnapshot snapshot, List<String> reasons) {

  public Kept {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException(snapshot.name() + " is kept for no reason");
    }
  }
}
