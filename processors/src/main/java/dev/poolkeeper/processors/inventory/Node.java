package dev.poolkeeper.processors.inventory;

/** A node of a cluster. */
public record Node(String cluster, String name) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.NODE, name);
  }
}
