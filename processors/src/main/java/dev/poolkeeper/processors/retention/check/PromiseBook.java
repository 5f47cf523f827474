package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.check.Promise.Source;
import dev.poolkeeper.processors.retention.owner.Claim;
import dev.poolkeeper.processors.retention.owner.ReplicaPlan;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who promises something, and what became of it. A policy goes before all others; else a
 * snapshot counts for every task that has a say on it, and one that nobody will remove for the
 * disabled task that made it, or for nobody.
 */
final class PromiseBook {

  private static final int USUAL_DAYS = 30;
  private static final int USUAL_WEEKS = 26;

  private final RetentionPolicies policies;
  private final Map<String, NasRetention> systems;
  private final BiFunction<TaskPlan, NasRetention, Optional<TaskRuns>> runs;
  private final Map<Promise, PromiseTally> tallies = new HashMap<>();

  /** By the subject of a task and by the NAS whose snapshots it has a say on. */
  private final Map<Subject, Promise> tasks = new HashMap<>();

  PromiseBook(
      RetentionPolicies policies,
      Map<String, NasRetention> systems,
      BiFunction<TaskPlan, NasRetention, Optional<TaskRuns>> runs) {
    this.policies = policies;
    this.systems = systems;
    this.runs = runs;
    for (NasRetention nas : systems.values()) {
      nas.plans()
          .forEach(
              plan ->
                  tasks.put(plan.subject(), new Promise(Source.TASK, plan.subject().toString())));
      nas.replicas()
          .forEach(
              plan ->
                  tasks.put(
                      plan.task().subject(),
                      new Promise(Source.REPLICATION, plan.task().subject().toString())));
    }
  }

  static Promise of(RetentionPolicy policy) {
    return new Promise(
        policy.origin() == RetentionPolicy.Origin.SANOID ? Source.SANOID : Source.POLICY,
        policy.name());
  }

  static Promise of(TaskPlan plan) {
    return new Promise(Source.TASK, plan.subject().toString());
  }

  /**
   * @param missing what each promise lacks of the dataset
   * @param sum of the dataset
   */
  void add(
      DatasetContext context,
      SnapshotJudge.Judged judged,
      Map<Promise, MissingRuns> missing,
      DatasetRetention sum) {
    Set<PromiseTally> touched = new LinkedHashSet<>();
    Optional<PromiseTally> byPolicy = context.policy().map(p -> tally(of(p), context.nas()));
    byPolicy.ifPresent(touched::add);
    byPolicy.filter(tally -> sum.tooMany()).ifPresent(PromiseTally::tooMany);
    long used = 0;
    for (SnapshotVerdict verdict : judged.verdicts()) {
      used = Math.addExact(used, PromiseTally.used(verdict));
      if (byPolicy.isPresent() && about(context.policy().orElseThrow(), verdict)) {
        byPolicy.get().add(verdict);
        continue;
      }
      for (PromiseTally tally : said(context, judged, verdict)) {
        tally.add(verdict);
        touched.add(tally);
      }
    }
    missing.forEach(
        (promise, lacking) -> {
          PromiseTally tally = tally(promise, context.nas());
          tally.missing(lacking);
          touched.add(tally);
        });
    OptionalLong all =
        context.dataset().map(d -> d.usage().snapshotBytes()).orElse(OptionalLong.empty());
    for (PromiseTally tally : touched) {
      tally.endDataset(judged.verdicts().size(), used, all);
    }
  }

  private static boolean about(RetentionPolicy policy, SnapshotVerdict verdict) {
    return policy.about(verdict.snapshot().name())
        && (!policy.names().isEmpty() || verdict.state() != SnapshotState.KUBERNETES);
  }

  private List<PromiseTally> said(
      DatasetContext context, SnapshotJudge.Judged judged, SnapshotVerdict verdict) {
    List<PromiseTally> said = new ArrayList<>(1);
    List<Claim> claims = judged.heard().getOrDefault(verdict.snapshot().name(), List.of());
    for (Claim claim : claims) {
      @Nullable Promise promise =
          claim instanceof Claim.Disclaims ? null : tasks.get(claim.owner());
      if (promise != null) {
        said.add(tally(promise, context.nas()));
      }
    }
    boolean nobodys =
        said.isEmpty()
            && (verdict.state() == SnapshotState.UNOWNED || verdict.state() == SnapshotState.HELD);
    if (nobodys) {
      said.add(tally(left(claims, context), context.nas()));
    }
    return said;
  }

  /** Who left it to nobody. */
  private Promise left(List<Claim> claims, DatasetContext context) {
    return claims.stream()
        .filter(Claim.Disclaims.class::isInstance)
        .map(Claim.Disclaims.class::cast)
        .filter(claim -> claim.why().equals(TaskPlan.DISABLED))
        .flatMap(claim -> Optional.ofNullable(tasks.get(claim.owner())).stream())
        .findFirst()
        .orElse(new Promise(Source.NOBODY, context.nas().name()));
  }

  private PromiseTally tally(Promise promise, NasRetention nas) {
    PromiseTally known = tallies.get(promise);
    if (known == null) {
      known = new PromiseTally(strips(promise, nas));
      tallies.put(promise, known);
    }
    return known;
  }

  private List<StripTally> strips(Promise promise, NasRetention nas) {
    Map<Length.Unit, Integer> cells = new LinkedHashMap<>();
    switch (promise.source()) {
      case POLICY, SANOID ->
          policies.policies().stream()
              .filter(policy -> of(policy).equals(promise))
              .flatMap(policy -> policy.periods().stream())
              .forEach(
                  rule ->
                      cells.merge(
                          shown(rule.period().unit()),
                          periods(rule.period(), rule.count()),
                          Math::max));
      case TASK ->
          nas.plans().stream()
              .filter(plan -> of(plan).equals(promise))
              .forEach(plan -> add(plan, nas, cells));
      case REPLICATION -> cells.put(Length.Unit.DAY, USUAL_DAYS);
      case NOBODY -> cells.put(Length.Unit.WEEK, USUAL_WEEKS);
    }
    if (cells.isEmpty()) {
      cells.put(Length.Unit.DAY, USUAL_DAYS);
    }
    return cells.entrySet().stream()
        .map(
            entry ->
                new StripTally(
                    new Length(1, entry.getKey()),
                    PromiseTally.cells(entry.getValue()),
                    nas.zone().orElse(ZoneOffset.UTC),
                    nas.asOf()))
        .toList();
  }

  private void add(TaskPlan plan, NasRetention nas, Map<Length.Unit, Integer> cells) {
    Length.Unit unit =
        runs.apply(plan, nas)
            .flatMap(TaskRuns::interval)
            .map(PromiseTally::unit)
            .orElse(Length.Unit.DAY);
    long periods =
        plan.lifetime()
            .known()
            .map(lifetime -> lifetime.meanSeconds() / new Length(1, unit).meanSeconds())
            .orElse((long) USUAL_DAYS);
    cells.put(unit, (int) Math.min(periods, StripTally.MOST));
  }

  /** Minutes are shown by the hour, years by the month. */
  private static Length.Unit shown(Length.Unit unit) {
    return switch (unit) {
      case MINUTE, HOUR -> Length.Unit.HOUR;
      case DAY -> Length.Unit.DAY;
      case WEEK -> Length.Unit.WEEK;
      case MONTH, YEAR -> Length.Unit.MONTH;
    };
  }

  private static int periods(Length period, int count) {
    long seconds = Math.multiplyExact(period.meanSeconds(), (long) count);
    long shown = new Length(1, shown(period.unit())).meanSeconds();
    return (int) Math.min(-Math.floorDiv(-seconds, shown), StripTally.MOST);
  }

  /**
   * Everything that was promised, sorted; a policy that is about nothing and a task that covers
   * nothing are among it.
   */
  List<PromiseRetention> sums(Collection<TaskRetention> known) {
    Map<Promise, PromiseRetention> sums = new TreeMap<>();
    if (systems.isEmpty()) {
      return List.of();
    }
    NasRetention any = systems.values().iterator().next();
    for (RetentionPolicy policy : policies.policies()) {
      sum(sums, of(policy), any, policy.keep() + ", for " + policy.match(), 0, List.of());
    }
    for (TaskRetention task : known) {
      Promise promise = new Promise(Source.TASK, task.task().toString());
      List<String> notes = new ArrayList<>(task.problems());
      if (!task.enabled()) {
        notes.add("disabled");
      }
      notes.addAll(task.remarks());
      NasRetention nas = systems.getOrDefault(task.task().source(), any);
      sum(sums, promise, nas, task.text(), task.datasets(), notes);
    }
    replications(sums);
    tallies.keySet().stream()
        .filter(promise -> promise.source() == Source.NOBODY)
        .forEach(
            promise ->
                sum(
                    sums,
                    promise,
                    systems.getOrDefault(promise.name(), any),
                    "named as a task names, and no task removes them",
                    0,
                    List.of()));
    return List.copyOf(sums.values());
  }

  private void replications(Map<Promise, PromiseRetention> sums) {
    for (NasRetention nas : systems.values()) {
      for (ReplicaPlan plan : nas.replicas()) {
        sum(
            sums,
            new Promise(Source.REPLICATION, plan.task().subject().toString()),
            nas,
            terms(plan),
            0,
            plan.task().enabled() ? List.of() : List.of("disabled"));
      }
    }
  }

  private void sum(
      Map<Promise, PromiseRetention> sums,
      Promise promise,
      NasRetention nas,
      String terms,
      int about,
      List<String> notes) {
    sums.put(promise, tally(promise, nas).sum(promise, terms, about, notes));
  }

  private static String terms(ReplicaPlan plan) {
    return "%s to %s, %s"
        .formatted(
            String.join(", ", plan.task().sourceDatasets()),
            plan.task().targetDataset(),
            plan.task()
                .retention()
                .policy()
                .map(
                    policy ->
                        policy
                            + (plan.task().retention().lifetime().isBlank()
                                ? ""
                                : " " + plan.task().retention().lifetime()))
                .orElse("how long it keeps them is not told"));
  }
}
