package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * A namespace. The uid of {@code kube-system} is the identity of its cluster, and its creation the
 * cluster's.
 *
 * @param uid Kubernetes uid
 * @param createdAt empty when not told
 * @param owner who answers for it, as a label or annotation says; empty when none does
 */
public record Namespace(
    String cluster, String name, String uid, Optional<Instant> createdAt, Optional<Owner> owner)
    implements InventoryObject {

  /** One of which nobody says who answers for it. */
  public Namespace(String cluster, String name, String uid, Optional<Instant> createdAt) {
    this(cluster, name, uid, createdAt, Optional.empty());
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.NAMESPACE, name);
  }
}
