package dev.poolkeeper.processors.inventory;

/** A registered CSI driver; its name is free text that the admin chose. */
public record CsiDriver(String cluster, String name) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.CSI_DRIVER, name);
  }
}
