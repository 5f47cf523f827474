package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.ReplicationRun;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.protection.ReplicationRoutes.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How old the copies are that replication made of a dataset. Measured where the target's snapshots
 * are known: the newest snapshot that both sides have, by name and time of creation, which a send
 * keeps; the transaction group is another in every pool. Else what the task says of itself.
 */
final class ReplicaSearch {

  /**
   * What was found on all routes.
   *
   * @param copies all copies that are known, measured and told
   * @param notLater no copy can be younger than this, as the target has nothing newer; empty when
   *     that is not known
   * @param doubts why there may be a copy that is not known of
   * @param remarks what was seen of it, in words
   */
  record Replicas(
      List<Copy> copies, Optional<Instant> notLater, List<String> doubts, List<String> remarks) {}

  private final Night night;
  private final SnapshotShelf shelf;

  ReplicaSearch(Night night, SnapshotShelf shelf) {
    this.night = night;
    this.shelf = shelf;
  }

  Replicas of(Subject dataset, List<Route> routes) {
    List<Copy> copies = new ArrayList<>();
    List<Instant> bounds = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (Route route : routes) {
      List<Subject> there = route.targets().stream().filter(this::listed).toList();
      if (!route.task().enabled()) {
        remarks.add(route.task().subject() + " is disabled");
      }
      if (there.isEmpty()) {
        unseen(route, copies, doubts, remarks);
      }
      for (Subject target : there) {
        Optional<ZfsSnapshot> common = common(dataset, target);
        if (common.isPresent()) {
          copies.add(measured(route.task(), common.get()));
        } else {
          nothingInCommon(target, bounds, doubts, remarks);
        }
      }
    }
    Optional<Instant> bound = bounds.stream().max(Instant::compareTo);
    return new Replicas(List.copyOf(copies), bound, List.copyOf(doubts), List.copyOf(remarks));
  }

  private boolean listed(Subject target) {
    return night.join().dataset(target).isPresent();
  }

  /** The newest snapshot of the target that the source has too. */
  private Optional<ZfsSnapshot> common(Subject source, Subject target) {
    record Point(String name, Instant at) {}
    Set<Point> known = new HashSet<>();
    for (ZfsSnapshot snapshot : shelf.of(source)) {
      snapshot.createdAt().ifPresent(at -> known.add(new Point(snapshot.name(), at)));
    }
    return shelf.of(target).stream()
        .filter(
            s -> s.createdAt().filter(at -> known.contains(new Point(s.name(), at))).isPresent())
        .findFirst();
  }

  private static Copy measured(ReplicationTask task, ZfsSnapshot common) {
    return new Copy(
        common.createdAt().orElseThrow(),
        Copy.How.MEASURED,
        task.subject(),
        common.subject().toString());
  }

  /** What is on the target may be older than all that the source still has, or not of it at all. */
  private void nothingInCommon(
      Subject target, List<Instant> bounds, List<String> doubts, List<String> remarks) {
    List<ZfsSnapshot> snapshots = shelf.of(target);
    if (snapshots.isEmpty()) {
      remarks.add(target + " is there and has no snapshot");
      return;
    }
    remarks.add(
        "%s has no snapshot in common with it; its newest is @%s"
            .formatted(target, snapshots.get(0).name()));
    snapshots
        .get(0)
        .createdAt()
        .ifPresentOrElse(
            bounds::add, () -> doubts.add("snapshots of %s tell no time".formatted(target)));
  }

  /** The target is on no registered system, or is not there. */
  private void unseen(Route route, List<Copy> copies, List<String> doubts, List<String> remarks) {
    ReplicationTask task = route.task();
    if (task.writesHere()) {
      remarks.add("%s writes to %s, which is not there".formatted(task.subject(), route.targets()));
      return;
    }
    Optional<ReplicationRun> run = task.lastRun();
    Optional<Instant> at = run.filter(ReplicationRun::finished).flatMap(ReplicationRun::at);
    if (at.isPresent()) {
      copies.add(
          new Copy(
              at.get(),
              Copy.How.TOLD,
              task.subject(),
              "it says that it finished; %s is on no registered system"
                  .formatted(task.targetDataset())));
      return;
    }
    doubts.add(
        "%s sends it to %s, which is on no registered system, and says %s"
            .formatted(
                task.subject(),
                task.targetDataset(),
                run.map(r -> r.state() + r.at().map(t -> " since " + t).orElse(""))
                    .orElse("nothing of its last run")));
  }
}
