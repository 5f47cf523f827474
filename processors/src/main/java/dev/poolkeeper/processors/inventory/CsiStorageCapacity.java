package dev.poolkeeper.processors.inventory;

import java.util.OptionalLong;

/**
 * What a CSI driver says it can still provision for a StorageClass.
 *
 * @param capacityBytes empty when the driver does not say
 */
public record CsiStorageCapacity(
    String cluster, String namespace, String name, String storageClass, OptionalLong capacityBytes)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.CSI_STORAGE_CAPACITY, namespace + "/" + name);
  }
}
