package dev.poolkeeper.processors.inventory;

/** An NVMe-oF subsystem. */
public record NvmeSubsystem(String nas, long id, String name, String nqn)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.NVME_SUBSYSTEM, name);
  }
}
