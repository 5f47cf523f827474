package dev.poolkeeper.processors.inventory;

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
    implements OneOfKinds {

  /** The kinds it stands for. */
  public static final List<ObjectKind> KINDS =
      List.of(
          ObjectKind.DEPLOYMENT,
          ObjectKind.DAEMON_SET,
          ObjectKind.JOB,
          ObjectKind.CRON_JOB,
          ObjectKind.VIRTUAL_MACHINE);

  public Workload {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(kind + " makes no pods of its own");
    }
    claims = List.copyOf(claims);
    inlineVolumes = List.copyOf(inlineVolumes);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, kind, namespace + "/" + name);
  }
}
