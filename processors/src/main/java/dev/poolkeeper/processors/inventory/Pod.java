package dev.poolkeeper.processors.inventory;

import java.util.List;

/**
 * A pod, reduced to the storage it refers to.
 *
 * @param claims claim names in the pod's namespace, those of ephemeral volumes included
 * @param inlineVolumes NFS, iSCSI and CSI volumes written straight into the pod
 */
public record Pod(
    String cluster,
    String namespace,
    String name,
    String phase,
    String node,
    List<String> claims,
    List<VolumeSource> inlineVolumes)
    implements InventoryObject {

  public Pod {
    claims = List.copyOf(claims);
    inlineVolumes = List.copyOf(inlineVolumes);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.POD, namespace + "/" + name);
  }
}
