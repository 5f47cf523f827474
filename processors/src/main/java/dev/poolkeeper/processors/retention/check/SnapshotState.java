package dev.poolkeeper.processors.retention.check;

import java.util.Locale;

/** What is to be said of one snapshot. Every snapshot is in exactly one. */
public enum SnapshotState {
  /** Somebody keeps it, or it is not due for long enough. */
  KEPT,
  /** It should have been removed. */
  OVERDUE,
  /** A task's name, and no task that will ever remove it. */
  UNOWNED,
  /** It should have gone, or belongs to nobody, and a hold or a clone keeps it. */
  HELD,
  /** Its date is in the future. */
  FUTURE,
  /** Its name tells no date that anybody goes by: made by hand, or by nobody known. */
  UNPARSABLE,
  /** A CSI driver's: Kubernetes says how long it lives. */
  KUBERNETES,
  /** Whether and when it goes cannot be known. */
  UNDECIDED;

  /** The word in lists and in the ledger. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
