package dev.poolkeeper.processors.space;

import java.util.OptionalLong;

/**
 * What the datasets of one kind take of a pool. Each counts with its own space, without that of
 * datasets inside it, so that shares never count a byte twice.
 *
 * @param category a word of {@link SpaceCategory}
 * @param clusters the clusters served, separated by comma and blank; empty when none
 * @param unknownDatasets of the datasets, how many did not tell their size; they are in no sum
 * @param bytes own space of the datasets; empty when none told it
 * @param dataBytes of that, live data; empty when no dataset told its parts
 * @param snapshotBytes of that, what only snapshots hold
 * @param reservedBytes of that, set aside and not yet written
 */
public record PoolShare(
    String category,
    String clusters,
    long datasets,
    long unknownDatasets,
    OptionalLong bytes,
    OptionalLong dataBytes,
    OptionalLong snapshotBytes,
    OptionalLong reservedBytes) {}
