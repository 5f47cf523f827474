package dev.poolkeeper.processors.inventory;

/** The stable identity of a TrueNAS ({@code system.host_id}), which survives a change of name. */
public record NasIdentity(String nas, String hostId) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.NAS_IDENTITY, hostId);
  }
}
