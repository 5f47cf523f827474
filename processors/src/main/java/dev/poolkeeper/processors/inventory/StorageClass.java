package dev.poolkeeper.processors.inventory;

import java.util.Map;

/**
 * A StorageClass. Of its parameters only those are kept that the join understands: others may hold
 * secrets.
 *
 * @param bindingMode {@code Immediate} or {@code WaitForFirstConsumer}
 * @param parameters the known, secret-free parameters
 */
public record StorageClass(
    String cluster,
    String name,
    String provisioner,
    String reclaimPolicy,
    String bindingMode,
    Map<String, String> parameters)
    implements InventoryObject {

  public StorageClass {
    parameters = Map.copyOf(parameters);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.STORAGE_CLASS, name);
  }

  /** Whether a claim of this class stays Pending until a pod wants it. */
  public boolean waitsForFirstConsumer() {
    return bindingMode.equals("WaitForFirstConsumer");
  }
}
