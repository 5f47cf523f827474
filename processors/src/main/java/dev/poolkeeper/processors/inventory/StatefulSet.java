package dev.poolkeeper.processors.inventory;

import java.util.List;

/**
 * A StatefulSet, reduced to the storage it refers to, even while no pod of it runs.
 *
 * @param replicas wanted replicas; claims of a set scaled to zero still belong to it
 * @param claimTemplates its templates make the claims {@code <template>-<name>-<ordinal>}
 * @param claims claim names that its pods share
 * @param inlineVolumes NFS, iSCSI and CSI volumes written straight into the pod template
 */
public record StatefulSet(
    String cluster,
    String namespace,
    String name,
    int replicas,
    List<String> claimTemplates,
    List<String> claims,
    List<VolumeSource> inlineVolumes)
    implements InventoryObject {

  public StatefulSet {
    claimTemplates = List.copyOf(claimTemplates);
    claims = List.copyOf(claims);
    inlineVolumes = List.copyOf(inlineVolumes);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.STATEFUL_SET, namespace + "/" + name);
  }
}
