package dev.poolkeeper.processors.attribution;

/**
 * What a dataset takes for itself, by what it takes it for. Any sign; negative ones are nonsense of
 * the source and are carried on as they are.
 *
 * @param dataBytes live data, ZFS {@code usedbydataset}: without what a clone shares with its
 *     origin
 * @param snapshotBytes what only its snapshots hold, {@code usedbysnapshots}
 * @param reservedBytes what its refreservation keeps free for it, {@code usedbyrefreservation}
 */
public record SpaceSplit(long dataBytes, long snapshotBytes, long reservedBytes) {

  static final SpaceSplit NOTHING = new SpaceSplit(0, 0, 0);
}
