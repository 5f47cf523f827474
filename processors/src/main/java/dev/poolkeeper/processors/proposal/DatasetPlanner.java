package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.NasVersion;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.ReplicationSources;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A dataset or zvol that nobody uses.
 *
 * <p>Quarantine takes its shares, extents and namespaces away, marks it and makes it read-only; the
 * data stay. Its end destroys its snapshots, one by one, and then the dataset itself, without
 * recursion. Children, clones, holds, sessions, clients and tasks that name it are in the way.
 */
final class DatasetPlanner {

  /** A name that is given once: with the uid of what it was made for. */
  private static final Pattern UNIQUE =
      Pattern.compile(".*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*");

  private static final int NAMED = 5;

  private final Night night;
  private final NasWorld world;
  private final Access access;
  private final Dependents dependents;
  private final Turnover turnover;
  private final ReplicationSources replication;
  private final Map<Subject, List<ZfsSnapshot>> snapshots = new HashMap<>();
  private final Set<Subject> askedFor;
  private final Set<String> cannotMark = new HashSet<>();

  /**
   * @param datasets those that will be asked for
   */
  DatasetPlanner(Night night, NasWorld world, Dependents dependents, Set<Subject> datasets) {
    this.night = night;
    this.world = world;
    this.dependents = dependents;
    this.askedFor = Set.copyOf(datasets);
    this.access = new Access(world);
    this.turnover = new Turnover(night);
    this.replication = new ReplicationSources(night);
    for (ZfsSnapshot snapshot : night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class)) {
      Subject dataset = Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
      if (datasets.contains(dataset)) {
        snapshots.computeIfAbsent(dataset, d -> new ArrayList<>()).add(snapshot);
      }
    }
    for (NasSystem system : night.all(ObjectKind.NAS_SYSTEM, NasSystem.class)) {
      // pool.dataset.update takes user properties from 22.12 on; CORE's releases are 13
      if (NasVersion.of(system.version()).filter(v -> !v.olderThan(22, 12)).isEmpty()) {
        cannotMark.add(system.nas());
      }
    }
  }

  /**
   * @param reclaimable what is freed with it, as its finding says
   */
  Planned plan(FindingCode code, Subject subject, OptionalLong reclaimable) {
    if (!askedFor.contains(subject)) {
      throw new IllegalArgumentException("the snapshots of %s were not read".formatted(subject));
    }
    return night
        .join()
        .dataset(subject)
        .<Planned>map(dataset -> new Planned.Steps(plan(code, dataset, reclaimable)))
        .orElseGet(() -> new Planned.Nothing("it is not there any more"));
  }

  private Plan plan(FindingCode code, Dataset dataset, OptionalLong reclaimable) {
    List<ZfsSnapshot> own = snapshots(dataset);
    List<Step> steps = new ArrayList<>(access.steps(dataset));
    if (!cannotMark.contains(dataset.nas())) {
      boolean marked = CsiMarks.quarantined(dataset).isPresent();
      if (!marked) {
        steps.add(Steps.mark(dataset));
      }
      // without the mark a read-only dataset would be taken for a copy by later nights; where it
      // is not told, it is set once
      if (!dataset.readOnly().orElse(marked)) {
        steps.add(Steps.readOnly(dataset));
      }
    }
    own.forEach(snapshot -> steps.add(Steps.destroy(snapshot)));
    steps.add(Steps.destroy(dataset));
    List<Blocker> blockers = blockers(dataset, own);
    Set<Subject> passing = new HashSet<>();
    own.stream().filter(turnover::has).forEach(snapshot -> passing.add(snapshot.subject()));
    return new Plan(
        code, dataset.subject(), steps, blockers, Reclaim.exactly(reclaimable), passing);
  }

  /** Oldest first. */
  private List<ZfsSnapshot> snapshots(Dataset dataset) {
    return snapshots.getOrDefault(dataset.subject(), List.of()).stream()
        .sorted(
            Comparator.comparing((ZfsSnapshot s) -> s.createTxg().orElse(Long.MAX_VALUE))
                .thenComparing(ZfsSnapshot::name))
        .toList();
  }

  private List<Blocker> blockers(Dataset dataset, List<ZfsSnapshot> own) {
    List<Blocker> blockers = new ArrayList<>();
    if (dataset.createdAt().isEmpty() && !UNIQUE.matcher(dataset.leaf()).matches()) {
      blockers.add(
          Blocker.of(
              Blocker.Kind.IDENTITY,
              dataset.subject(),
              "the TrueNAS does not tell when it was created, so it cannot be told from a later one"
                  + " of its name"));
    }
    children(dataset, blockers);
    clones(dataset, blockers);
    own.stream()
        .filter(snapshot -> snapshot.held().orElse(false))
        .limit(NAMED)
        .forEach(
            snapshot ->
                blockers.add(
                    Blocker.of(
                            Blocker.Kind.HOLD,
                            snapshot.subject(),
                            "a hold keeps its snapshot @" + snapshot.name())
                        .suggesting(
                            "ask who set it: zfs holds %s on %s"
                                .formatted(snapshot.id(), dataset.nas()))));
    own.forEach(snapshot -> dependents.pending(snapshot).ifPresent(blockers::add));
    blockers.addAll(dependents.references(dataset.subject(), Optional.empty()));
    own.forEach(
        snapshot -> blockers.addAll(dependents.references(snapshot.subject(), Optional.empty())));
    tasks(dataset, blockers);
    blockers.addAll(access.blockers(dataset));
    return blockers;
  }

  private void children(Dataset dataset, List<Blocker> blockers) {
    night.join().nas(dataset.nas()).children(dataset).stream()
        .sorted(Comparator.comparing(Dataset::id))
        .limit(NAMED)
        .forEach(
            child ->
                blockers.add(
                    Blocker.of(Blocker.Kind.CHILD, child.subject(), child.id() + " lies inside it")
                        .owned(dependents.ownerOf(child))));
    world
        .mountedInside(dataset)
        .limit(NAMED)
        .forEach(
            other ->
                blockers.add(
                    Blocker.of(
                            Blocker.Kind.CHILD,
                            other.subject(),
                            "%s is mounted inside it, at %s"
                                .formatted(other.id(), other.mountpoint().orElse("")))
                        .owned(dependents.ownerOf(other))));
  }

  private void clones(Dataset dataset, List<Blocker> blockers) {
    night.join().clonesOf(dataset).stream()
        .sorted(Comparator.comparing(Dataset::id))
        .limit(NAMED)
        .forEach(clone -> blockers.add(dependents.clone(clone)));
  }

  private void tasks(Dataset dataset, List<Blocker> blockers) {
    List<ReplicationTask> naming = replication.naming(dataset.nas(), dataset.id());
    for (ReplicationTask task : replication.sending(dataset.nas(), dataset.id())) {
      if (naming.contains(task) || task.running()) {
        blockers.add(
            Blocker.of(
                Blocker.Kind.REPLICATION,
                task.subject(),
                "%s (%s) %s it"
                    .formatted(
                        task.subject(),
                        task.name(),
                        naming.contains(task) ? "sends" : "is sending")));
      }
    }
    night.all(ObjectKind.SNAPSHOT_TASK, SnapshotTask.class).stream()
        .filter(t -> t.nas().equals(dataset.nas()) && t.dataset().equals(dataset.id()))
        .forEach(
            task ->
                blockers.add(
                    Blocker.of(
                            Blocker.Kind.SNAPSHOT_TASK,
                            task.subject(),
                            task.subject() + " is for it alone")
                        .suggesting("delete the task first: without its dataset it would fail")));
  }
}
