package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What uses a dataset and is not taken away by the plan. */
record Uses(DatasetFacts facts) {

  /** Kinds that the appliance names among its attachments, and that a plan deletes. */
  private static final Set<String> SHARES =
      Set.of(
          ObjectKind.NFS_SHARE.plural(),
          ObjectKind.SMB_SHARE.plural(),
          ObjectKind.ISCSI_EXTENT.plural(),
          ObjectKind.NVME_NAMESPACE.plural());

  /**
   * Uses in words.
   *
   * @param tasks whether tasks that only make copies are in the way, too
   */
  Optional<String> inTheWay(Step step, Set<Subject> before, boolean tasks) {
    String dataset = DatasetPart.id(step);
    List<String> attached =
        facts.attachments(dataset).stream()
            .filter(use -> tasks || !use.task())
            .filter(use -> !goes(use, before))
            .map(use -> use.type() + " " + use.name())
            .toList();
    return DatasetPart.some("%d things use it", attached).or(() -> facts.processes(dataset));
  }

  /** Shares and namespaces are named by their paths, extents by their names. */
  private static boolean goes(DatasetFacts.Attachment use, Set<Subject> before) {
    if (use.task()) {
      return false;
    }
    String name = use.name().replaceFirst("^/", "");
    return before.stream()
        .filter(subject -> SHARES.contains(subject.path().split("/", 2)[0]))
        .anyMatch(
            subject ->
                subject.name().replaceFirst("#\\d+$", "").equals(name) || namespace(use, subject));
  }

  /** A namespace is known by its number in the plan, and by its device here. */
  private static boolean namespace(DatasetFacts.Attachment use, Subject subject) {
    return use.type().startsWith("NVMe")
        && subject.path().startsWith(ObjectKind.NVME_NAMESPACE.plural() + "/");
  }
}
