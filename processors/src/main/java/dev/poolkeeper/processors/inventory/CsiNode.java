package dev.poolkeeper.processors.inventory;

import java.util.List;

/** The CSI drivers that have registered on one node. */
public record CsiNode(String cluster, String name, List<String> drivers)
    implements InventoryObject {

  public CsiNode {
    drivers = List.copyOf(drivers);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.CSI_NODE, name);
  }
}
