package dev.poolkeeper.processors.inventory;

/**
 * A live NVMe-oF connection: proof that somebody uses the subsystem.
 *
 * @param subsystem id of the subsystem on its NAS
 * @param port id of the port it came through
 */
public record NvmeSession(String nas, String host, String address, long subsystem, long port)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(
        nas, ObjectKind.NVME_SESSION, subsystem + "/" + host + "/" + address + "/" + port);
  }
}
