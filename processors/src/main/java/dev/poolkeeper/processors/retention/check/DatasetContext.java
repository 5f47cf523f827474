package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.retention.owner.ReplicaPlan;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known of one dataset whose snapshots are judged.
 *
 * @param dataset empty when it is not listed
 * @param policy of the configuration; goes before tasks
 * @param policySince the first night that saw this policy be about it; empty without one
 * @param copy why it is taken for a copy, if it is
 * @param uses what else is known of its snapshots
 */
record DatasetContext(
    Subject subject,
    Optional<Dataset> dataset,
    NasRetention nas,
    Optional<RetentionPolicy> policy,
    Optional<Instant> policySince,
    List<TaskPlan> covering,
    List<ReplicaPlan> writing,
    Optional<String> copy,
    Uses uses) {

  /**
   * @param kubernetes whether a CSI driver made it
   * @param cloned whether a clone stands on it
   */
  record Uses(Predicate<ZfsSnapshot> kubernetes, Predicate<ZfsSnapshot> cloned) {}

  DatasetContext {
    covering = List.copyOf(covering);
    writing = List.copyOf(writing);
  }

  /** Path of the dataset. */
  String path() {
    return subject.name();
  }

  /** Whether anybody promises anything of its snapshots. */
  boolean promised() {
    return policy.isPresent() || !covering.isEmpty() || !writing.isEmpty();
  }
}
