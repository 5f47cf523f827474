package dev.poolkeeper.processors.inventory;

import java.util.Optional;

/**
 * An iSCSI extent.
 *
 * @param dataset the zvol behind it, as a dataset id; empty for file extents and raw devices
 */
public record IscsiExtent(
    String nas, long id, String name, Optional<String> dataset, String comment, boolean enabled)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ISCSI_EXTENT, name);
  }
}
