package dev.poolkeeper.processors.retention.policy;

import java.time.Instant;
import java.util.Comparator;

/**
 * A snapshot as a policy sees it.
 *
 * @param held a hold or a clone keeps it, whatever a policy says
 */
public record DatedSnapshot(String name, Instant at, boolean held)
    implements Comparable<DatedSnapshot> {

  private static final Comparator<DatedSnapshot> ORDER =
      Comparator.comparing(DatedSnapshot::at).thenComparing(DatedSnapshot::name);

  @Override
  public int compareTo(DatedSnapshot other) {
    return ORDER.compare(this, other);
  }
}
