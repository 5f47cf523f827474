package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.attribution.TaskCover;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.protection.SnapshotHolding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Counts snapshots, and what they hold, by pool, periodic task and namespace. A NAS whose datasets
 * or snapshots were not read completely is left out: half a count looks like a fall. Linear in
 * datasets and snapshots.
 */
public final class SnapshotHoldings {

  /** The sum so far; bytes are not known once one part is not. */
  private static final class Sum {
    private final Kind kind;
    private int datasets;
    private long snapshots;
    private boolean known = true;
    private long bytes;

    Sum(Kind kind) {
      this.kind = kind;
    }

    void add(Dataset dataset, long more) {
      datasets++;
      snapshots += more;
      OptionalLong held = dataset.usage().snapshotBytes();
      known &= held.isPresent();
      bytes = Math.addExact(bytes, held.orElse(0));
    }

    SnapshotHolding of(Subject subject) {
      return new SnapshotHolding(
          subject,
          kind,
          datasets,
          snapshots,
          known ? OptionalLong.of(bytes) : OptionalLong.empty());
    }
  }

  /** Which tasks cover a dataset, and which names are theirs. */
  private record Tasks(TaskCover cover, TaskNames names) {}

  private SnapshotHoldings() {}

  /**
   * Sorted by subject.
   *
   * @param claims as {@link ProtectionFinder} says of them
   */
  public static List<SnapshotHolding> of(Night night, List<ClaimProtection> claims) {
    Map<Subject, Subject> namespaces = new HashMap<>();
    claims.forEach(
        claim ->
            claim
                .dataset()
                .ifPresent(dataset -> namespaces.putIfAbsent(dataset, namespace(claim))));
    Map<String, Map<String, List<String>>> names = new HashMap<>();
    for (ZfsSnapshot snapshot : night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class)) {
      names
          .computeIfAbsent(snapshot.nas(), nas -> new HashMap<>())
          .computeIfAbsent(snapshot.dataset(), id -> new ArrayList<>())
          .add(snapshot.name());
    }
    Tasks tasks =
        new Tasks(
            new TaskCover(night.all(ObjectKind.SNAPSHOT_TASK, SnapshotTask.class)),
            new TaskNames());
    Map<Subject, Sum> sums = new TreeMap<>();
    for (Dataset dataset : night.all(ObjectKind.DATASET, Dataset.class)) {
      if (known(night, dataset.nas())) {
        List<String> own =
            names.getOrDefault(dataset.nas(), Map.of()).getOrDefault(dataset.id(), List.of());
        add(sums, dataset, own, tasks, namespaces);
      }
    }
    return sums.entrySet().stream()
        .map(entry -> entry.getValue().of(entry.getKey()))
        .sorted(Comparator.comparing(SnapshotHolding::subject))
        .toList();
  }

  private static Subject namespace(ClaimProtection claim) {
    return Subject.of(claim.claim().source(), ObjectKind.NAMESPACE, claim.namespace());
  }

  private static boolean known(Night night, String nas) {
    return night
        .completeness()
        .gap(nas, List.of(ObjectKind.DATASET, ObjectKind.ZFS_SNAPSHOT))
        .isEmpty();
  }

  private static void add(
      Map<Subject, Sum> sums,
      Dataset dataset,
      List<String> snapshots,
      Tasks tasks,
      Map<Subject, Subject> namespaces) {
    Subject pool = Subject.of(dataset.nas(), ObjectKind.POOL, dataset.pool());
    sums.computeIfAbsent(pool, p -> new Sum(Kind.POOL)).add(dataset, snapshots.size());
    for (SnapshotTask task : tasks.cover().covering(dataset.subject())) {
      sums.computeIfAbsent(task.subject(), t -> new Sum(Kind.TASK))
          .add(dataset, snapshots.stream().filter(name -> tasks.names().fits(task, name)).count());
    }
    Subject namespace = namespaces.get(dataset.subject());
    if (namespace != null) {
      sums.computeIfAbsent(namespace, n -> new Sum(Kind.NAMESPACE)).add(dataset, snapshots.size());
    }
  }
}
