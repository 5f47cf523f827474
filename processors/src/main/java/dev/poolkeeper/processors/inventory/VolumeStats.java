package dev.poolkeeper.processors.inventory;

/** What the kubelet measured inside a mounted claim; claims nobody mounts have none. */
public record VolumeStats(String cluster, String namespace, String claim, SpaceUsage usage)
    implements MeasuredObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VOLUME_STATS, namespace + "/" + claim);
  }
}
