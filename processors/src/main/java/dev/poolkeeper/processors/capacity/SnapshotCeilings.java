package dev.poolkeeper.processors.capacity;

/** How many snapshots an appliance stands well; {@link ObjectCountLimit} judges by them. */
public final class SnapshotCeilings {

  /** Of more on a whole NAS it warns by itself (alert SnapshotTotalCount). */
  public static final int OF_NAS = Ceiling.SNAPSHOTS.most();

  private SnapshotCeilings() {}
}
