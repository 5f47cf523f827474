package dev.poolkeeper.processors.inventory;

import java.util.Optional;

/**
 * An NVMe-oF namespace.
 *
 * @param nqn NQN of its subsystem
 * @param nsid namespace id inside the subsystem
 * @param dataset the zvol behind it, as a dataset id; empty for files
 */
public record NvmeNamespace(String nas, long id, String nqn, long nsid, Optional<String> dataset)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.NVME_NAMESPACE, Long.toString(id));
  }
}
