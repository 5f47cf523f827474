package dev.poolkeeper.processors.runway;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;

/**
 * That volumes of a cluster, namespace or StorageClass lie on a pool.
 *
 * @param group {@code prod-a}, {@code prod-a/namespaces/media} or {@code prod-a/storageclasses/nfs}
 */
public record Ground(Subject group, Runway.Kind kind, Subject pool) {

  public Ground {
    requireNonNull(group, "group");
    requireNonNull(kind, "kind");
    requireNonNull(pool, "pool");
  }
}
