package dev.poolkeeper.processors.inventory;

/**
 * The statement that a target shows an extent under a LUN.
 *
 * @param target id of the target
 * @param extent id of the extent
 */
public record IscsiTargetExtent(String nas, long id, long target, long extent, long lun)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ISCSI_TARGET_EXTENT, Long.toString(id));
  }
}
