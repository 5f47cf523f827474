package dev.poolkeeper.processors.report;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A PersistentVolume with what backs it; the field names are a public contract.
 *
 * @param dataset subject of the dataset or zvol, empty when none is linked
 * @param confidence of the link, or what the join said instead: absent, unresolved, out-of-scope
 * @param usedBytes written on the TrueNAS, snapshots included; empty when unknown
 */
public record VolumeLine(
    String subject,
    Optional<String> claim,
    String driver,
    Optional<String> dataset,
    String confidence,
    OptionalLong capacityBytes,
    OptionalLong usedBytes,
    String phase,
    String storageClass) {}
