package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the verdicts on a dataset's snapshots together. */
final class DatasetCheck {

  private static final int SAMPLES = 3;

  private final DatasetContext context;
  private final Function<TaskPlan, Optional<TaskRuns>> runs;
  private final Function<RetentionPolicy, PolicyGaps> gaps;

  /**
   * @param runs of a task that covers the dataset
   * @param gaps of a policy that is about it
   */
  DatasetCheck(
      DatasetContext context,
      Function<TaskPlan, Optional<TaskRuns>> runs,
      Function<RetentionPolicy, PolicyGaps> gaps) {
    this.context = context;
    this.runs = runs;
    this.gaps = gaps;
  }

  /**
   * @param missing as {@link #missing} says
   */
  DatasetRetention sum(SnapshotJudge.Judged judged, Map<Promise, MissingRuns> missing) {
    List<SnapshotVerdict> verdicts = judged.verdicts();
    Map<SnapshotState, Integer> counts = new EnumMap<>(SnapshotState.class);
    Map<SnapshotState, List<String>> samples = new EnumMap<>(SnapshotState.class);
    for (SnapshotVerdict verdict : verdicts) {
      counts.merge(verdict.state(), 1, Integer::sum);
      List<String> named = samples.computeIfAbsent(verdict.state(), s -> new ArrayList<>());
      if (named.size() < SAMPLES && verdict.state() != SnapshotState.KEPT) {
        named.add("@%s: %s".formatted(verdict.snapshot().name(), verdict.reasons().get(0)));
      }
    }
    return new DatasetRetention(
        context.subject(),
        promises(),
        context.policySince(),
        counts,
        samples,
        missing.values().stream().reduce(MissingRuns.NONE, MissingRuns::and),
        freed(verdicts, SnapshotState.OVERDUE),
        freed(verdicts, SnapshotState.UNOWNED),
        times(verdicts).min(Instant::compareTo),
        times(verdicts).max(Instant::compareTo),
        context.policy().map(p -> p.keep().mostCount()).orElse(OptionalInt.empty()));
  }

  private List<String> promises() {
    return context
        .policy()
        .map(policy -> List.of(policy.promise()))
        .orElseGet(
            () ->
                Stream.concat(
                        context.covering().stream()
                            .map(
                                plan ->
                                    "%s: %s, %s"
                                        .formatted(
                                            plan.subject().path(),
                                            plan.task().schedule(),
                                            plan.task().lifetime())),
                        context.writing().stream().map(plan -> plan.task().subject().path()))
                    .toList());
  }

  private static Stream<Instant> times(List<SnapshotVerdict> verdicts) {
    return verdicts.stream().flatMap(verdict -> verdict.snapshot().createdAt().stream());
  }

  private FreedBytes freed(List<SnapshotVerdict> verdicts, SnapshotState state) {
    List<ZfsSnapshot> going = new ArrayList<>();
    List<ZfsSnapshot> staying = new ArrayList<>();
    for (SnapshotVerdict verdict : verdicts) {
      (verdict.state() == state ? going : staying).add(verdict.snapshot());
    }
    OptionalLong all =
        context.dataset().map(d -> d.usage().snapshotBytes()).orElse(OptionalLong.empty());
    return FreedBytes.of(going, staying, all);
  }

  /** What each promise lacks; those that lack nothing are not among them. */
  Map<Promise, MissingRuns> missing(SnapshotJudge.Judged judged) {
    Map<Promise, MissingRuns> missing = new LinkedHashMap<>();
    if (context.copy().isPresent()) {
      return missing;
    }
    Optional<Instant> since = context.dataset().flatMap(Dataset::createdAt);
    Optional<RetentionPolicy> policy = context.policy();
    if (policy.isPresent()) {
      List<Instant> made = times(about(policy.get(), judged)).toList();
      put(
          missing,
          PromiseBook.of(policy.get()),
          gaps.apply(policy.get()).missing(made, since, context.policySince()));
      return missing;
    }
    for (TaskPlan plan : context.covering()) {
      runs.apply(plan)
          .ifPresent(
              due -> put(missing, PromiseBook.of(plan), due.missing(there(plan, judged), since)));
    }
    return missing;
  }

  private static void put(Map<Promise, MissingRuns> missing, Promise promise, MissingRuns lacking) {
    if (lacking.count() > 0) {
      missing.put(promise, lacking);
    }
  }

  private static List<SnapshotVerdict> about(RetentionPolicy policy, SnapshotJudge.Judged judged) {
    return judged.verdicts().stream()
        .filter(v -> v.state() != SnapshotState.FUTURE)
        .filter(v -> policy.about(v.snapshot().name()))
        .filter(v -> !policy.names().isEmpty() || v.state() != SnapshotState.KUBERNETES)
        .toList();
  }

  private Set<LocalDateTime> there(TaskPlan plan, SnapshotJudge.Judged judged) {
    ZoneId zone = context.nas().zone().orElseThrow();
    Set<LocalDateTime> there = new HashSet<>();
    judged
        .claims()
        .values()
        .forEach(
            claims ->
                OwnerJudge.owners(claims).stream()
                    .filter(claim -> claim.owner().equals(plan.subject()))
                    .map(claim -> claim.madeAt().withSecond(0))
                    .filter(wall -> !wall.atZone(zone).toInstant().isAfter(context.nas().asOf()))
                    .forEach(there::add));
    return there;
  }
}
