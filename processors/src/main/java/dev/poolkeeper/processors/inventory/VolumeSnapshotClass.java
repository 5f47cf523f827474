package dev.poolkeeper.processors.inventory;

/** A VolumeSnapshotClass. */
public record VolumeSnapshotClass(String cluster, String name, String driver, String deletionPolicy)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VOLUME_SNAPSHOT_CLASS, name);
  }
}
