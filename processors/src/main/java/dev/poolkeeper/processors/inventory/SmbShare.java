package dev.poolkeeper.processors.inventory;

/** An SMB share. */
public record SmbShare(
    String nas, long id, String name, String path, String comment, boolean enabled)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.SMB_SHARE, name);
  }
}
