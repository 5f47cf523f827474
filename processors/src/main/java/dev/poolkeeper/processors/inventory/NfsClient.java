package dev.poolkeeper.processors.inventory;

/**
 * An entry of the NFSv3 mount table. It may be stale: a client that went without unmounting stays
 * in it, so it is a hint and no proof. NFSv4 clients do not say which export they use.
 */
public record NfsClient(String nas, String address, String export) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.NFS_CLIENT, address + "/" + export);
  }
}
