package dev.poolkeeper.processors.attribution;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Optional;

/**
 * Whom a dataset serves.
 *
 * @param volume {@code prod-a/persistentvolumes/pvc-1}
 * @param namespace {@code prod-a/namespaces/media}; empty when the volume has no claim
 * @param claim {@code prod-a/persistentvolumeclaims/media/data-1}; empty likewise
 */
public record Owner(Subject volume, Optional<Subject> namespace, Optional<Subject> claim) {

  public Owner {
    requireNonNull(volume, "volume");
    requireNonNull(namespace, "namespace");
    requireNonNull(claim, "claim");
  }
}
