package dev.poolkeeper.processors.inventory;

import java.util.List;
import java.util.Optional;

/**
 * An object of an add-on that needs claims or snapshots while no pod does: a KubeVirt
 * VirtualMachineInstance, CDI's DataVolume and DataSource, VolSync's ReplicationSource and
 * ReplicationDestination, Velero's DataUpload and DataDownload. A cluster without the add-on has
 * none of them.
 *
 * <p>Velero's Restores, PodVolumeBackups and PodVolumeRestores are not read: what a Restore makes
 * is young and what it reads its Backup keeps, and the other two work inside pods, which are read.
 *
 * @param kind which of them
 * @param claims claims it needs, {@code namespace/name}; none once its work has ended
 * @param snapshots VolumeSnapshots it needs, {@code namespace/name}
 * @param backup the copy of a claim that it says it has made; empty when it says of none
 */
public record AddOnObject(
    ObjectKind kind,
    String cluster,
    String namespace,
    String name,
    List<String> claims,
    List<String> snapshots,
    Optional<ClaimBackup> backup)
    implements OneOfKinds {

  /** The kinds it stands for. */
  public static final List<ObjectKind> KINDS =
      List.of(
          ObjectKind.VIRTUAL_MACHINE_INSTANCE,
          ObjectKind.DATA_VOLUME,
          ObjectKind.DATA_SOURCE,
          ObjectKind.REPLICATION_SOURCE,
          ObjectKind.REPLICATION_DESTINATION,
          ObjectKind.DATA_UPLOAD,
          ObjectKind.DATA_DOWNLOAD);

  public AddOnObject {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(kind + " is no add-on's");
    }
    claims = List.copyOf(claims);
    snapshots = List.copyOf(snapshots);
  }

  /** One that has made no copy. */
  public AddOnObject(
      ObjectKind kind,
      String cluster,
      String namespace,
      String name,
      List<String> claims,
      List<String> snapshots) {
    this(kind, cluster, namespace, name, claims, snapshots, Optional.empty());
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, kind, namespace + "/" + name);
  }
}
