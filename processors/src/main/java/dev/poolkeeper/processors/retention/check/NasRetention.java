package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.retention.owner.ReplicaPlan;
import dev.poolkeeper.processors.retention.owner.Scope;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one NAS says of who removes what.
 *
 * @param zone its schedules and names are in; empty when it is not told
 * @param hostId empty when it is not told
 * @param plans its periodic snapshot tasks, disabled ones among them
 * @param replicas replication tasks whose target is or may be on it
 * @param senders its own replication tasks that read from it
 * @param allReplicationKnown whether the replication tasks of every NAS are known
 */
record NasRetention(
    String name,
    Instant asOf,
    Optional<ZoneId> zone,
    Optional<String> hostId,
    List<TaskPlan> plans,
    List<ReplicaPlan> replicas,
    List<ReplicationTask> senders,
    boolean allReplicationKnown) {

  NasRetention {
    plans = List.copyOf(plans);
    replicas = List.copyOf(replicas);
    senders = List.copyOf(senders);
  }

  List<TaskPlan> covering(String dataset) {
    return plans.stream().filter(plan -> plan.covers(dataset)).toList();
  }

  List<ReplicaPlan> writing(String dataset) {
    return replicas.stream().filter(plan -> plan.writes(dataset)).toList();
  }

  /** The task for which TrueNAS keeps what it has not sent yet. */
  Optional<ReplicationTask> waiting(String dataset) {
    return reading(dataset).filter(task -> task.retention().holdsPending()).findFirst();
  }

  /** The tasks that send snapshots of the dataset elsewhere. */
  Stream<ReplicationTask> reading(String dataset) {
    return senders.stream()
        .filter(ReplicationTask::enabled)
        .filter(
            task ->
                task.sourceDatasets().stream()
                    .map(root -> new Scope(root, task.recursive(), task.exclude()))
                    .anyMatch(scope -> scope.covers(dataset)));
  }
}
