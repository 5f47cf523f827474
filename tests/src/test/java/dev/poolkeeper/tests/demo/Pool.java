package dev.poolkeeper.tests.demo;

import java.util.Arrays;
import java.util.List;

/**
 * The pools. Usable space is what ZFS offers to datasets; the raw size counts parity on top of it.
 */
enum Pool {
  TANK(Appliance.NAS1, "tank", 16_384, Layout.RAIDZ2),
  FLASH(Appliance.NAS1, "flash", 4_768, Layout.MIRROR),
  VAULT(Appliance.NAS2, "vault", 9_216, Layout.RAIDZ2),
  EDGE(Appliance.NAS2, "edge", 6_144, Layout.MIRROR),
  BACKUP(Appliance.NAS2, "backup", 10_240, Layout.RAIDZ2);

  /** A single data vdev of six disks; a mirror shows no parity in its size. */
  enum Layout {
    RAIDZ2(1.5),
    MIRROR(1);

    private final double rawRatio;

    Layout(double rawRatio) {
      this.rawRatio = rawRatio;
    }
  }

  private final Appliance nas;
  private final String label;
  private final long usableGib;
  private final Layout layout;

  Pool(Appliance nas, String label, long usableGib, Layout layout) {
    this.nas = nas;
    this.label = label;
    this.usableGib = usableGib;
    this.layout = layout;
  }

  static List<Pool> on(Appliance nas) {
    return Arrays.stream(values()).filter(pool -> pool.nas == nas).toList();
  }

  static Pool named(String label) {
    return Arrays.stream(values())
        .filter(pool -> pool.label.equals(label))
        .findFirst()
        .orElseThrow();
  }

  String label() {
    return label;
  }

  Layout layout() {
    return layout;
  }

  long usableBytes() {
    return usableGib * Volume.GIB;
  }

  /** Raw bytes of a pool that takes this much usable space; reservations are not allocated. */
  long rawBytes(long usable) {
    return Usage.wholeBlocks((long) (usable * layout.rawRatio));
  }

  String guid() {
    return Long.toUnsignedString(Draw.between("guid/" + this, Long.MAX_VALUE / 8, Long.MAX_VALUE));
  }
}
