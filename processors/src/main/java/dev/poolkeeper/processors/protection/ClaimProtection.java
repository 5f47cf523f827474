package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one claim on a TrueNAS is protected on a night.
 *
 * @param dataset what it stands on; empty when that cannot be said
 * @param snapshots what it has in its own dataset, and by VolumeSnapshots
 * @param elsewhere the newest copy elsewhere; empty when none is known
 * @param onSnapshots how its snapshots stand against the objective
 * @param onElsewhere how its copies elsewhere do
 * @param reason why it stands so, in words
 * @param tasks enabled periodic snapshot tasks that cover its dataset
 * @param routes enabled replication tasks that send it
 */
public record ClaimProtection(
    Subject claim,
    Optional<String> storageClass,
    Optional<Subject> dataset,
    Objective objective,
    SnapshotTimes snapshots,
    Optional<Copy> elsewhere,
    Protection onSnapshots,
    Protection onElsewhere,
    String reason,
    List<Subject> tasks,
    List<Subject> routes) {

  public ClaimProtection {
    tasks = List.copyOf(tasks);
    routes = List.copyOf(routes);
  }

  /** How it stands in all. */
  public Protection verdict() {
    return Protection.both(onSnapshots, onElsewhere);
  }

  /** {@code media}. */
  public String namespace() {
    return claim.name().split("/", 2)[0];
  }

  /** When its newest snapshot or copy of any kind was made; empty when there is none. */
  public Optional<Instant> newest() {
    return elsewhere
        .map(Copy::at)
        .filter(at -> snapshots.newest().filter(at::isBefore).isEmpty())
        .or(snapshots::newest);
  }
}
