package dev.poolkeeper.processors.inventory;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What makes pods and refers to storage in its template, even while no pod runs: a Deployment,
 * DaemonSet, Job, CronJob or a KubeVirt VirtualMachine.
 *
 * @param kind which of them
 * @param claims claim names in the workload's namespace
 * @param inlineVolumes NFS, iSCSI and CSI volumes written straight into the template
 */
public record Workload(
    ObjectKind kind,
    String cluster,
    String namespace,
    String name,
    List<String> claims,
    List<VolumeSource> inlineVolumes)
    implements InventoryObject {

  public Workload {
    requireNonNull(kind, "kind");
    claims = List.copyOf(claims);
    inlineVolumes = List.copyOf(inlineVolumes);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, kind, namespace + "/" + name);
  }
}
