package dev.poolkeeper.processors.capacity;

/**
 * A number of objects that an appliance stands well, or stands at all.
 *
 * @param most the last count that is in order
 * @param what is counted, in the plural
 * @param source who says so
 */
record Ceiling(int most, String what, String source) {

  /** The alert SnapshotTotalCount of every release. */
  static final Ceiling SNAPSHOTS =
      new Ceiling(
          10_000, "snapshots", "from there on the TrueNAS itself warns (alert SnapshotTotalCount)");

  /** The alert SnapshotCount; of any dataset until 24.04, since then of those shared by SMB. */
  static final Ceiling SNAPSHOTS_OF_DATASET =
      new Ceiling(
          512,
          "snapshots",
          "from there on the TrueNAS itself warns (alert SnapshotCount): Windows shows no more");

  /** Ports of FreeBSD's CTL, of which each target takes one. */
  static final Ceiling TARGETS_OF_CORE =
      new Ceiling(
          255,
          "iSCSI targets",
          "more are made and cannot be reached, unless kern.cam.ctl.max_ports was raised"
              + " (democratic-csi#173)");
}
