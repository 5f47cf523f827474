package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.retention.owner.Claim;
import dev.poolkeeper.processors.retention.policy.DatedSnapshot;
import dev.poolkeeper.processors.retention.policy.Keeper;
import dev.poolkeeper.processors.retention.policy.Kept;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Judges all snapshots of one dataset: one verdict each, oldest first. */
final class SnapshotJudge {

  /** Answers and clocks may be an hour ahead, as for PK904. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private static final Comparator<ZfsSnapshot> OLDEST_FIRST =
      Comparator.<ZfsSnapshot, Instant>comparing(s -> s.createdAt().orElse(Instant.MAX))
          .thenComparing(ZfsSnapshot::name);

  private final DatasetContext context;
  private final OwnerJudge owners;
  private final Instant asOf;

  SnapshotJudge(DatasetContext context) {
    this.context = context;
    this.owners = new OwnerJudge(context);
    this.asOf = context.nas().asOf();
  }

  /**
   * What was said.
   *
   * @param claims of tasks, by the name of the snapshot
   * @param heard what everybody said of those that were judged by it
   */
  record Judged(
      List<SnapshotVerdict> verdicts,
      Map<String, List<Claim>> claims,
      Map<String, List<Claim>> heard) {}

  Judged judge(List<ZfsSnapshot> snapshots) {
    List<ZfsSnapshot> sorted = snapshots.stream().sorted(OLDEST_FIRST).toList();
    Map<String, SnapshotVerdict> byPolicy = new HashMap<>();
    context
        .policy()
        .ifPresent(
            policy ->
                byPolicy(policy, sorted.stream().filter(s -> governed(policy, s)).toList())
                    .forEach(verdict -> byPolicy.put(verdict.snapshot().name(), verdict)));
    Map<String, List<Claim>> claims = new HashMap<>();
    Map<String, List<Claim>> byTasks = new HashMap<>();
    for (ZfsSnapshot snapshot : sorted) {
      if (context.uses().kubernetes().test(snapshot)) {
        continue;
      }
      List<Claim> ofTasks = owners.taskClaims(snapshot);
      byTasks.put(snapshot.name(), ofTasks);
      if (!byPolicy.containsKey(snapshot.name()) && early(snapshot).isEmpty()) {
        claims.put(snapshot.name(), owners.claims(snapshot, ofTasks));
      }
    }
    Set<String> last = lastOfSchemas(claims);
    Optional<String> newest = newest(sorted);
    List<SnapshotVerdict> verdicts = new ArrayList<>();
    for (ZfsSnapshot snapshot : sorted) {
      SnapshotVerdict known = byPolicy.get(snapshot.name());
      SnapshotVerdict verdict =
          known != null
              ? known
              : early(snapshot)
                  .orElseGet(
                      () ->
                          owners.judge(
                              snapshot,
                              claims.getOrDefault(snapshot.name(), List.of()),
                              last.contains(snapshot.name())));
      verdicts.add(pinned(replicated(verdict, newest)));
    }
    return new Judged(verdicts, byTasks, claims);
  }

  /** What goes before any owner. */
  private Optional<SnapshotVerdict> early(ZfsSnapshot snapshot) {
    Optional<String> keep = CsiMarks.keep(snapshot);
    if (keep.isPresent()) {
      return Optional.of(SnapshotVerdict.of(snapshot, SnapshotState.KEPT, keep.get()));
    }
    if (context.uses().kubernetes().test(snapshot)) {
      return Optional.of(
          SnapshotVerdict.of(
              snapshot, SnapshotState.KUBERNETES, "Kubernetes says how long it lives"));
    }
    return snapshot
        .createdAt()
        .filter(at -> at.isAfter(asOf.plus(AHEAD)))
        .map(at -> SnapshotVerdict.of(snapshot, SnapshotState.FUTURE, "ZFS made it at " + at));
  }

  private boolean governed(RetentionPolicy policy, ZfsSnapshot snapshot) {
    return governed(policy, snapshot, context, asOf);
  }

  /** Whether the policy decides on the snapshot. */
  static boolean governed(
      RetentionPolicy policy, ZfsSnapshot snapshot, DatasetContext context, Instant asOf) {
    boolean named = !policy.names().isEmpty();
    return policy.about(snapshot.name())
        && snapshot.createdAt().isPresent()
        && (named || !context.uses().kubernetes().test(snapshot))
        && CsiMarks.keep(snapshot).isEmpty()
        && !snapshot.createdAt().get().isAfter(asOf.plus(AHEAD));
  }

  private List<SnapshotVerdict> byPolicy(RetentionPolicy policy, List<ZfsSnapshot> governed) {
    Keeper keeper = new Keeper(policy.keep(), context.nas().zone().orElse(ZoneOffset.UTC));
    Instant before = asOf.minus(OwnerJudge.GRACE);
    Map<String, ZfsSnapshot> byName = new HashMap<>();
    List<DatedSnapshot> dated = new ArrayList<>();
    for (ZfsSnapshot snapshot : governed) {
      byName.put(snapshot.name(), snapshot);
      dated.add(dated(snapshot));
    }
    Set<String> dueForLong = new HashSet<>();
    keeper
        .split(dated.stream().filter(s -> !s.at().isAfter(before)).toList(), before)
        .dropped()
        .forEach(snapshot -> dueForLong.add(snapshot.name()));
    Keeper.Split split = keeper.split(dated, asOf);
    List<SnapshotVerdict> verdicts = new ArrayList<>();
    for (Kept kept : split.kept()) {
      verdicts.add(
          new SnapshotVerdict(
              snapshot(byName, kept.snapshot()),
              SnapshotState.KEPT,
              kept.reasons().stream().map(r -> policy.name() + ": " + r).toList(),
              Optional.empty()));
    }
    for (DatedSnapshot dropped : split.dropped()) {
      boolean overdue = dueForLong.contains(dropped.name());
      verdicts.add(
          SnapshotVerdict.of(
              snapshot(byName, dropped),
              overdue ? SnapshotState.OVERDUE : SnapshotState.KEPT,
              overdue
                  ? "%s (%s) does not keep it".formatted(policy.name(), policy.keep())
                  : policy.name() + ": due since less than a day"));
    }
    return verdicts;
  }

  private static ZfsSnapshot snapshot(Map<String, ZfsSnapshot> byName, DatedSnapshot dated) {
    return Objects.requireNonNull(byName.get(dated.name()), dated.name());
  }

  private static DatedSnapshot dated(ZfsSnapshot snapshot) {
    // a hold is no promise: what would go but for its hold is told as held
    return new DatedSnapshot(snapshot.name(), snapshot.createdAt().orElseThrow(), false);
  }

  /** The newest of every task's. */
  static Set<String> lastOfSchemas(Map<String, List<Claim>> claims) {
    record Newest(String name, LocalDateTime madeAt) {}
    Map<String, Newest> newest = new HashMap<>();
    claims.forEach(
        (name, all) ->
            OwnerJudge.owners(all)
                .forEach(
                    owner ->
                        newest.merge(
                            owner.owner().toString(),
                            new Newest(name, owner.madeAt()),
                            (a, b) -> a.madeAt().isBefore(b.madeAt()) ? b : a)));
    Set<String> names = new HashSet<>();
    newest.values().forEach(one -> names.add(one.name()));
    return names;
  }

  /** The newest that no CSI driver made. */
  private Optional<String> newest(List<ZfsSnapshot> sorted) {
    return sorted.stream()
        .filter(snapshot -> snapshot.createdAt().isPresent())
        .filter(snapshot -> !context.uses().kubernetes().test(snapshot))
        .reduce((older, newer) -> newer)
        .map(ZfsSnapshot::name);
  }

  /** Of a dataset that is replicated the next run may start from the newest, whoever made it. */
  private SnapshotVerdict replicated(SnapshotVerdict verdict, Optional<String> newest) {
    boolean base =
        verdict.state() == SnapshotState.UNOWNED
            && newest.filter(verdict.snapshot().name()::equals).isPresent();
    return context
        .nas()
        .reading(context.path())
        .filter(task -> base)
        .findFirst()
        .map(
            task ->
                SnapshotVerdict.of(
                    verdict.snapshot(),
                    SnapshotState.UNDECIDED,
                    "the newest: %s may start from it".formatted(task.subject().path())))
        .orElse(verdict);
  }

  /** What should go, or is nobody's, and cannot go. */
  private SnapshotVerdict pinned(SnapshotVerdict verdict) {
    boolean leaves =
        switch (verdict.state()) {
          case OVERDUE, UNOWNED, UNPARSABLE -> true;
          case KEPT, HELD, FUTURE, KUBERNETES, UNDECIDED -> false;
        };
    if (!leaves) {
      return verdict;
    }
    boolean held = verdict.snapshot().held().orElse(false);
    boolean cloned =
        verdict.state() != SnapshotState.UNPARSABLE
            && context.uses().cloned().test(verdict.snapshot());
    if (!held && !cloned) {
      return verdict;
    }
    List<String> reasons = new ArrayList<>();
    reasons.add(held ? "a hold keeps it" : "a clone stands on it");
    reasons.addAll(verdict.reasons());
    return new SnapshotVerdict(verdict.snapshot(), SnapshotState.HELD, reasons, verdict.removeAt());
  }
}
