package dev.poolkeeper.processors.inventory;

import java.util.Optional;

/** An iSCSI target; its name is the part of the IQN after the base name. */
public record IscsiTarget(String nas, long id, String name, Optional<String> alias)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ISCSI_TARGET, name);
  }
}
