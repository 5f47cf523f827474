package dev.poolkeeper.processors.inventory;

import java.util.List;

/** The addresses an iSCSI portal listens on; {@code 0.0.0.0} names no NAS. */
public record IscsiPortal(String nas, long id, List<String> addresses) implements InventoryObject {

  public IscsiPortal {
    addresses = List.copyOf(addresses);
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ISCSI_PORTAL, Long.toString(id));
  }
}
