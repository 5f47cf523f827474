package dev.poolkeeper.processors.retention.check;

import java.util.Locale;

/**
 * Somebody who says what becomes of snapshots.
 *
 * @param name of a task its subject, of a policy its name, of nobody the NAS
 */
public record Promise(Source source, String name) implements Comparable<Promise> {

  /** What kind of promise it is. */
  public enum Source {
    /** A policy of the configuration. */
    POLICY,
    /** A policy read from a sanoid.conf. */
    SANOID,
    /** A periodic snapshot task of a TrueNAS. */
    TASK,
    /** A replication task, of what lies in its target. */
    REPLICATION,
    /** Snapshots with a task's name that no task will remove. */
    NOBODY;

    /** The word in the ledger. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(Promise other) {
    int bySource = source.compareTo(other.source);
    return bySource == 0 ? name.compareTo(other.name) : bySource;
  }
}
