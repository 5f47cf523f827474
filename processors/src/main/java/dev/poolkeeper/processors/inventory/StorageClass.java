package dev.poolkeeper.processors.inventory;

/**
 * A StorageClass. Its parameters are not kept: they may hold secrets.
 *
 * @param bindingMode {@code Immediate} or {@code WaitForFirstConsumer}
 */
public record StorageClass(
    String cluster, String name, String provisioner, String reclaimPolicy, String bindingMode)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.STORAGE_CLASS, name);
  }

  /** Whether a claim of this class stays Pending until a pod wants it. */
  public boolean waitsForFirstConsumer() {
    return bindingMode.equals("WaitForFirstConsumer");
  }
}
