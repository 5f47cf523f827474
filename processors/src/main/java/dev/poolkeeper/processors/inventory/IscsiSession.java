package dev.poolkeeper.processors.inventory;

/** A live iSCSI session: proof that somebody uses the target. */
public record IscsiSession(String nas, String initiator, String initiatorAddress, String targetIqn)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(
        nas, ObjectKind.ISCSI_SESSION, targetIqn + "/" + initiator + "/" + initiatorAddress);
  }
}
