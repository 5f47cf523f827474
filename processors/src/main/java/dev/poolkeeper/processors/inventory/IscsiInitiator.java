package dev.poolkeeper.processors.inventory;

/** A group of allowed initiators. */
public record IscsiInitiator(String nas, long id, String comment) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ISCSI_INITIATOR, Long.toString(id));
  }
}
