package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.readers.json.Row;

/** Reads what makes pods: which storage its template refers to. */
final class WorkloadMapper {

  private WorkloadMapper() {}

  static Workload deployment(KubernetesObject object) {
    return pods(ObjectKind.DEPLOYMENT, object, "spec", "template");
  }

  static Workload daemonSet(KubernetesObject object) {
    return pods(ObjectKind.DAEMON_SET, object, "spec", "template");
  }

  static Workload job(KubernetesObject object) {
    return pods(ObjectKind.JOB, object, "spec", "template");
  }

  static Workload cronJob(KubernetesObject object) {
    return pods(ObjectKind.CRON_JOB, object, "spec", "jobTemplate", "spec", "template");
  }

  /** A KubeVirt machine; a DataVolume's claim has its name. */
  static Workload virtualMachine(KubernetesObject object) {
    Row row = object.row();
    PodTemplate template = PodTemplate.of(row.at("spec", "template"));
    return new Workload(
        ObjectKind.VIRTUAL_MACHINE,
        object.cluster(),
        object.namespace(),
        object.name(),
        template.claimsOfMachine(),
        template.inlineVolumes());
  }

  private static Workload pods(ObjectKind kind, KubernetesObject object, String... path) {
    PodTemplate template = PodTemplate.of(object.row().at(path));
    return new Workload(
        kind,
        object.cluster(),
        object.namespace(),
        object.name(),
        template.claims(),
        template.inlineVolumes());
  }
}
