package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import dev.poolkeeper.processors.retention.schedule.CronSchedule;
import dev.poolkeeper.processors.retention.schedule.Runs;
import dev.poolkeeper.processors.retention.schedule.Runs.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs of one task whose snapshots should be there tonight.
 *
 * <p>A run is late once half of the time to the next one has passed. Only what lies after the
 * oldest snapshot that is there is missed: nobody tells since when a task exists.
 */
final class TaskRuns {

  /** Of more runs than this within a lifetime the oldest are not looked for. */
  private static final int MOST = 20_000;

  private static final int NAMED = 3;

  private final TaskPlan plan;
  private final List<Run> due;

  private TaskRuns(TaskPlan plan, List<Run> due) {
    this.plan = plan;
    this.due = due;
  }

  /** Empty when it cannot be told, or when it makes none while nothing is written. */
  static Optional<TaskRuns> of(TaskPlan plan, Optional<ZoneId> zone, Instant asOf) {
    Optional<CronSchedule> cron = plan.schedule().known();
    Optional<Length> lifetime = plan.lifetime().known();
    boolean always = plan.task().terms().allowEmpty().orElse(true);
    if (!always || zone.isEmpty() || cron.isEmpty() || lifetime.isEmpty()) {
      return Optional.empty();
    }
    Instant from = lifetime.get().before(asOf, zone.get());
    List<Run> runs = new ArrayList<>(Runs.between(cron.get(), zone.get(), from, asOf, MOST));
    Optional<Run> next = Runs.next(cron.get(), zone.get(), asOf);
    while (!runs.isEmpty() && !late(runs, next, asOf)) {
      next = Optional.of(runs.remove(runs.size() - 1));
    }
    return Optional.of(new TaskRuns(plan, List.copyOf(runs)));
  }

  private static boolean late(List<Run> runs, Optional<Run> next, Instant asOf) {
    Run last = runs.get(runs.size() - 1);
    Duration toNext =
        next.map(run -> Duration.between(last.at(), run.at())).orElse(Duration.ofDays(1));
    return !last.at().plus(toNext.dividedBy(2)).isAfter(asOf);
  }

  /** The time between its runs, as the newest of them tell; empty of fewer than two. */
  Optional<Duration> interval() {
    int last = due.size() - 1;
    return last < 1
        ? Optional.empty()
        : Optional.of(Duration.between(due.get(last - 1).at(), due.get(last).at()));
  }

  /**
   * What is missing of a dataset.
   *
   * @param there the times that the names of its snapshots tell, of this task's schema and schedule
   * @param since when the dataset was made; empty when not told
   */
  MissingRuns missing(Set<LocalDateTime> there, Optional<Instant> since) {
    Optional<LocalDateTime> oldest = there.stream().min(LocalDateTime::compareTo);
    if (oldest.isEmpty()) {
      return never(since);
    }
    List<Run> missed =
        due.stream()
            .filter(run -> run.wall().isAfter(oldest.get()) && !there.contains(run.wall()))
            .toList();
    if (missed.isEmpty()) {
      return MissingRuns.NONE;
    }
    LocalDateTime newest = there.stream().max(LocalDateTime::compareTo).orElseThrow();
    long latest = missed.stream().filter(run -> run.wall().isAfter(newest)).count();
    Severity severity = Severity.INFO;
    if (latest > 0) {
      boolean nothingLeft = due.stream().noneMatch(run -> there.contains(run.wall()));
      severity = nothingLeft ? Severity.CRITICAL : Severity.WARNING;
    }
    return new MissingRuns(
        missed.size(),
        Optional.of(severity),
        evidence(missed, newest, latest),
        missed.stream().map(Run::at).toList());
  }

  private List<String> evidence(List<Run> missed, LocalDateTime newest, long latest) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        latest > 0
            ? "%s: none since %s, %d runs missed".formatted(plan.subject().path(), newest, latest)
            : "%s: the newest is there, of %s".formatted(plan.subject().path(), newest));
    long gaps = missed.size() - latest;
    if (gaps > 0) {
      evidence.add(
          "%s: %d runs before that left none, the first are %s"
              .formatted(
                  plan.subject().path(),
                  gaps,
                  missed.stream().limit(NAMED).map(run -> run.wall().toString()).toList()));
    }
    return evidence;
  }

  /** It has run while the dataset was there, and the dataset has none at all. */
  private MissingRuns never(Optional<Instant> since) {
    Optional<Instant> lastRun = plan.task().terms().lastRunAt();
    if (since.isEmpty() || lastRun.isEmpty()) {
      return MissingRuns.NONE;
    }
    List<Run> missed =
        due.stream()
            .filter(run -> run.at().isAfter(since.get()) && !run.at().isAfter(lastRun.get()))
            .filter(run -> run.at().isAfter(lastRun.get().minus(Duration.ofDays(1))))
            .toList();
    return missed.isEmpty()
        ? MissingRuns.NONE
        : new MissingRuns(
            missed.size(),
            Optional.of(Severity.WARNING),
            List.of(
                "%s: it ran at %s, and left no snapshot here"
                    .formatted(plan.subject().path(), missed.get(missed.size() - 1).wall())),
            missed.stream().map(Run::at).toList());
  }
}
