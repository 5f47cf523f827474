package dev.poolkeeper.processors.history;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Optional;

/**
 * Where a series belongs, as of one night.
 *
 * @param source cluster or NAS it is measured on
 * @param pool {@code nas1/pools/tank}
 * @param dataset the dataset or zvol that is measured, or that stands behind the claim
 * @param volume PersistentVolume it serves; of several the first by name
 * @param claim {@code prod-a/persistentvolumeclaims/media/data-1}
 * @param namespace {@code prod-a/namespaces/media}
 * @param storageClass {@code prod-a/storageclasses/nfs}
 */
public record SeriesPlace(
    String source,
    Optional<Subject> pool,
    Optional<Subject> dataset,
    Optional<Subject> volume,
    Optional<Subject> claim,
    Optional<Subject> namespace,
    Optional<Subject> storageClass) {}
