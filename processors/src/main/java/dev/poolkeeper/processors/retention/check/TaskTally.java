package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.retention.owner.Claim;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import dev.poolkeeper.processors.retention.schedule.CronSchedule;
import dev.poolkeeper.processors.retention.schedule.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what tasks own while datasets are checked, and says of each what it does. */
final class TaskTally {

  private final Collection<NasRetention> systems;
  private final Collection<Dataset> datasets;
  private final Night night;
  private final Map<Subject, Long> owned = new HashMap<>();
  private final Map<Subject, Long> orphaned = new HashMap<>();

  TaskTally(Collection<NasRetention> systems, Collection<Dataset> datasets, Night night) {
    this.systems = systems;
    this.datasets = datasets;
    this.night = night;
  }

  /**
   * @param claims what the tasks say of it
   */
  void add(SnapshotVerdict verdict, List<Claim> claims) {
    for (Claim claim : claims) {
      if (claim instanceof Claim.Removes) {
        owned.merge(claim.owner(), 1L, Long::sum);
      } else if (claim instanceof Claim.Disclaims disclaims
          && disclaims.why().equals(TaskPlan.DISABLED)
          && verdict.state() == SnapshotState.UNOWNED) {
        orphaned.merge(claim.owner(), 1L, Long::sum);
      }
    }
  }

  List<TaskRetention> tasks() {
    List<TaskRetention> tasks = new ArrayList<>();
    for (NasRetention nas : systems) {
      nas.plans().forEach(plan -> tasks.add(task(plan, nas)));
    }
    return tasks;
  }

  private TaskRetention task(TaskPlan plan, NasRetention nas) {
    long covered =
        datasets.stream()
            .filter(dataset -> dataset.nas().equals(nas.name()) && plan.covers(dataset.id()))
            .count();
    List<String> problems = new ArrayList<>();
    if (plan.task().enabled()) {
      nothingCovered(plan, covered).ifPresent(problems::add);
      problems.addAll(plan.problems());
    }
    Optional<CronSchedule> cron = plan.schedule().known();
    Optional<Instant> next =
        plan.task().enabled() && nas.zone().isPresent()
            ? cron.flatMap(known -> Runs.next(known, nas.zone().get(), nas.asOf()))
                .map(Runs.Run::at)
            : Optional.empty();
    return new TaskRetention(
        plan.subject(),
        Stream.of(
                plan.task().dataset() + " " + plan.task().namingSchema(),
                plan.task().schedule(),
                plan.task().lifetime())
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining(", ")),
        plan.task().enabled(),
        (int) covered,
        owned.getOrDefault(plan.subject(), 0L),
        orphaned.getOrDefault(plan.subject(), 0L),
        next,
        problems,
        remarks(plan, nas));
  }

  private Optional<String> nothingCovered(TaskPlan plan, long covered) {
    String root = plan.task().dataset();
    if (covered > 0 || night.hidden(plan.task().nas(), root).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        datasets.stream().anyMatch(d -> d.nas().equals(plan.task().nas()) && d.id().equals(root))
            ? "it excludes all that it would cover"
            : "its dataset %s is not there".formatted(root));
  }

  private static List<String> remarks(TaskPlan plan, NasRetention nas) {
    List<String> remarks = new ArrayList<>();
    nas.plans().stream()
        .filter(other -> !other.subject().equals(plan.subject()))
        .filter(other -> other.task().enabled() && plan.task().enabled())
        .filter(other -> other.task().namingSchema().equals(plan.task().namingSchema()))
        .filter(
            other ->
                other.scope().covers(plan.task().dataset())
                    || plan.scope().covers(other.task().dataset()))
        .forEach(
            other ->
                remarks.add(
                    "%s gives the same names: what both would have made is kept for the longer of"
                            .formatted(other.subject().path())
                        + " both lifetimes"));
    if (!plan.task().terms().allowEmpty().orElse(true)) {
      remarks.add("it makes none while nothing is written, so none can be missing");
    }
    return remarks;
  }
}
