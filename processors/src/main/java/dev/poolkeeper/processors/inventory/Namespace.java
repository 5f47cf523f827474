package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * A namespace. The uid of {@code kube-system} is the identity of its cluster, and its creation the
 * cluster's.
 *
 * @param uid Kubernetes uid
 * @param createdAt empty when not told
 */
public record Namespace(String cluster, String name, String uid, Optional<Instant> createdAt)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.NAMESPACE, name);
  }
}
