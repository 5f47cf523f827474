package dev.poolkeeper.processors.attribution;

/**
 * By how much own space changed, in bytes; negative when it shrank.
 *
 * @param dataBytes live data
 * @param snapshotBytes what only snapshots hold
 * @param reservedBytes what reservations keep free
 * @param unsplitBytes of datasets that did not tell these parts on both nights: all of it
 */
public record SpaceChange(
    long dataBytes, long snapshotBytes, long reservedBytes, long unsplitBytes) {

  public static final SpaceChange NONE = new SpaceChange(0, 0, 0, 0);

  /**
   * From one night to the other.
   *
   * @param before with known {@code ownBytes}, as {@code after}
   * @throws ArithmeticException beyond a long, which no true figure is
   */
  static SpaceChange between(OwnSpace before, OwnSpace after) {
    if (before.split().isPresent() && after.split().isPresent()) {
      SpaceSplit from = before.split().get();
      SpaceSplit to = after.split().get();
      return new SpaceChange(
          Math.subtractExact(to.dataBytes(), from.dataBytes()),
          Math.subtractExact(to.snapshotBytes(), from.snapshotBytes()),
          Math.subtractExact(to.reservedBytes(), from.reservedBytes()),
          0);
    }
    return new SpaceChange(
        0,
        0,
        0,
        Math.subtractExact(after.ownBytes().orElseThrow(), before.ownBytes().orElseThrow()));
  }

  /** All of it. */
  public long totalBytes() {
    return Math.addExact(
        Math.addExact(dataBytes, snapshotBytes), Math.addExact(reservedBytes, unsplitBytes));
  }

  /** Whether nothing changed, not even from one part to another. */
  public boolean unchanged() {
    return equals(NONE);
  }
}
