package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.Workload;
import java.util.List;
import java.util.Optional;

/** Whoever uses a claim: pods in any phase, templates that make none just now, attachments. */
final class Users {

  private static final List<String> PHASES =
      List.of("Running", "Running", "Running", "Pending", "Succeeded", "Failed");

  private Users() {}

  /** Gives the claim a user. */
  static void use(Draft draft, String cluster, String namespace, String claim, String volume) {
    int kind = draft.has(Feature.WORKLOADS) ? draft.chance.between(0, 9) : 0;
    switch (kind) {
      case 0, 1, 2, 3 -> pod(draft, cluster, namespace, claim, List.of());
      case 4 -> draft.add(workload(ObjectKind.DEPLOYMENT, cluster, namespace, claim));
      case 5 -> draft.add(workload(ObjectKind.CRON_JOB, cluster, namespace, claim));
      case 6 -> draft.add(workload(ObjectKind.VIRTUAL_MACHINE, cluster, namespace, claim));
      case 7 -> draft.add(workload(ObjectKind.JOB, cluster, namespace, claim));
      case 8 -> attach(draft, cluster, volume);
      default ->
          draft.add(
              new StatefulSet(
                  cluster, namespace, "set-of-" + claim, 0, List.of(), List.of(claim), List.of()));
    }
  }

  static void use(Draft draft, Volume volume) {
    use(draft, volume.driver().cluster(), volume.namespace(), volume.claim(), volume.name());
  }

  static void pod(
      Draft draft, String cluster, String namespace, String claim, List<VolumeSource> inline) {
    draft.add(
        new Pod(
            cluster,
            namespace,
            "pod-of-" + claim,
            draft.chance.one(PHASES),
            "node-1",
            inline.isEmpty() ? List.of(claim) : List.of(),
            inline));
  }

  static void attach(Draft draft, String cluster, String volume) {
    draft.add(
        new VolumeAttachment(
            cluster,
            "csi-" + draft.chance.hex(12),
            "some.attacher",
            "node-1",
            Optional.of(volume),
            true));
  }

  private static Workload workload(
      ObjectKind kind, String cluster, String namespace, String claim) {
    return new Workload(kind, cluster, namespace, "of-" + claim, List.of(claim), List.of());
  }
}
