package dev.poolkeeper.processors.inventory;

/** The iSCSI service's settings: the base name that starts every target's IQN. */
public record IscsiGlobal(String nas, String basename) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ISCSI_GLOBAL, basename);
  }
}
