package dev.poolkeeper.processors.inventory;

/**
 * A namespace. The uid of {@code kube-system} is the identity of its cluster.
 *
 * @param uid Kubernetes uid
 */
public record Namespace(String cluster, String name, String uid) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.NAMESPACE, name);
  }
}
