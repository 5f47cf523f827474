package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.SystemDatasets;
import dev.poolkeeper.processors.orphan.TemporaryName;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks the snapshots of a night, dataset by dataset, in any order; what it remembers of them does
 * not grow with their number. A NAS of which a list was not read whole is not judged at all.
 */
public final class RetentionNight {

  private final Night night;
  private final RetentionPolicies policies;
  private final Function<Subject, SubjectFacts> facts;
  private final Map<String, NasRetention> systems;
  private final Map<Subject, Dataset> datasets = new HashMap<>();
  private final Set<String> cloned = new HashSet<>();
  private final Map<Subject, Optional<TaskRuns>> runs = new HashMap<>();
  private final Map<String, Map<RetentionPolicy, PolicyGaps>> gaps = new HashMap<>();
  private final PromisedSince promisedSince;
  private final TaskTally tally;
  private final PromiseBook book;
  private final Set<Subject> seen = new HashSet<>();

  /** Since when earlier nights have seen a promise. */
  @FunctionalInterface
  public interface PromisedSince {

    /** Nobody remembers any: all are of tonight. */
    PromisedSince TONIGHT = (dataset, promise) -> Optional.empty();

    /**
     * The first of the nights without a break on which a policy was seen to be about a dataset.
     *
     * @param promise as {@link RetentionPolicy#promise()} gives it
     */
    Optional<Instant> of(Subject dataset, String promise);
  }

  /** A night before which nobody has looked. */
  public RetentionNight(
      Night night, RetentionPolicies policies, Function<Subject, SubjectFacts> facts) {
    this(night, policies, facts, PromisedSince.TONIGHT);
  }

  /**
   * @param facts what policies may match a dataset by
   */
  public RetentionNight(
      Night night,
      RetentionPolicies policies,
      Function<Subject, SubjectFacts> facts,
      PromisedSince promisedSince) {
    this.promisedSince = promisedSince;
    this.night = night;
    this.policies = policies;
    this.facts = facts;
    this.systems = NasRetentions.of(night.inventory());
    for (Dataset dataset : night.all(ObjectKind.DATASET, Dataset.class)) {
      datasets.put(dataset.subject(), dataset);
      dataset.origin().ifPresent(origin -> cloned.add(dataset.nas() + "/" + origin));
    }
    this.tally = new TaskTally(systems.values(), datasets.values(), night);
    this.book = new PromiseBook(policies, systems, this::runs);
  }

  /** What is said of a dataset, and of each of its snapshots. */
  public record Checked(DatasetRetention dataset, List<SnapshotVerdict> verdicts) {
    public Checked {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** Every dataset of the inventory that has snapshots or a promise, sorted. */
  public List<Checked> all() {
    Map<Subject, List<ZfsSnapshot>> byDataset =
        night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
            .collect(
                Collectors.groupingBy(
                    s -> Subject.of(s.nas(), ObjectKind.DATASET, s.dataset()),
                    TreeMap::new,
                    Collectors.toList()));
    List<Checked> all = new ArrayList<>();
    byDataset.forEach((dataset, snapshots) -> check(dataset, snapshots).ifPresent(all::add));
    all.addAll(rest());
    return all;
  }

  /** All snapshots of one dataset; empty when its NAS is not judged, or does not list it. */
  public Optional<Checked> check(Subject dataset, List<ZfsSnapshot> snapshots) {
    NasRetention nas = systems.get(dataset.source());
    if (nas == null || !datasets.containsKey(dataset) || SystemDatasets.holds(dataset.name())) {
      return Optional.empty();
    }
    seen.add(dataset);
    DatasetContext context = context(dataset, nas);
    SnapshotJudge.Judged judged = new SnapshotJudge(context).judge(snapshots);
    judged
        .verdicts()
        .forEach(
            verdict ->
                tally.add(
                    verdict, judged.claims().getOrDefault(verdict.snapshot().name(), List.of())));
    DatasetCheck check =
        new DatasetCheck(context, plan -> runs(plan, nas), policy -> gaps(policy, nas));
    Map<Promise, MissingRuns> missing = check.missing(judged);
    DatasetRetention sum = check.sum(judged, missing);
    book.add(context, judged, missing, sum);
    return Optional.of(new Checked(sum, judged.verdicts()));
  }

  /**
   * What will be there of a dataset after some days; empty when nobody promises anything of it, or
   * its NAS is not judged.
   *
   * @param atATime how many days pass until what is due is gone; any number comes to the same
   */
  public Optional<Simulation> simulate(
      Subject dataset, List<ZfsSnapshot> snapshots, int days, int atATime) {
    NasRetention nas = systems.get(dataset.source());
    if (nas == null || !datasets.containsKey(dataset) || SystemDatasets.holds(dataset.name())) {
      return Optional.empty();
    }
    DatasetContext context = context(dataset, nas);
    return context.promised()
        ? Optional.of(new DatasetSimulator(context).simulate(snapshots, days, atATime))
        : Optional.empty();
  }

  /** Datasets that somebody promises snapshots of and that have none, sorted. */
  public List<Checked> rest() {
    List<Checked> rest = new ArrayList<>();
    datasets.keySet().stream()
        .sorted()
        .filter(dataset -> !seen.contains(dataset))
        .forEach(
            dataset -> {
              NasRetention nas = systems.get(dataset.source());
              if (nas != null && context(dataset, nas).promised()) {
                check(dataset, List.of()).ifPresent(rest::add);
              }
            });
    return rest;
  }

  /** What each task does, once all datasets are checked. */
  public List<TaskRetention> tasks() {
    return tally.tasks();
  }

  /** What became of every promise, sorted, once all datasets are checked. */
  public List<PromiseRetention> promises() {
    return book.sums(tally.tasks());
  }

  private PolicyGaps gaps(RetentionPolicy policy, NasRetention nas) {
    return gaps.computeIfAbsent(nas.name(), name -> new HashMap<>())
        .computeIfAbsent(
            policy, known -> new PolicyGaps(known, nas.zone().orElse(ZoneOffset.UTC), nas.asOf()));
  }

  private Optional<TaskRuns> runs(TaskPlan plan, NasRetention nas) {
    return runs.computeIfAbsent(
        plan.subject(), subject -> TaskRuns.of(plan, nas.zone(), nas.asOf()));
  }

  private DatasetContext context(Subject subject, NasRetention nas) {
    Optional<Dataset> dataset = Optional.ofNullable(datasets.get(subject));
    Optional<String> copy = dataset.flatMap(night.join().replicas()::reason);
    Optional<RetentionPolicy> policy =
        policies.policies().isEmpty() ? Optional.empty() : policies.of(facts.apply(subject));
    return new DatasetContext(
        subject,
        dataset,
        nas,
        policy,
        policy.map(p -> promisedSince.of(subject, p.promise()).orElse(nas.asOf())),
        nas.covering(subject.name()),
        copy.isPresent() ? nas.writing(subject.name()) : List.of(),
        copy,
        new DatasetContext.Uses(this::kubernetes, s -> cloned.contains(s.nas() + "/" + s.id())));
  }

  private boolean kubernetes(ZfsSnapshot snapshot) {
    return CsiMarks.csiSnapshot(snapshot)
        || TemporaryName.of(snapshot)
        || snapshot.name().startsWith("snapshot-")
        || !night.join().linksTo(snapshot.subject()).isEmpty();
  }
}
