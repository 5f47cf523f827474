package dev.poolkeeper.processors.retention.owner;

import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.Outcome;
import dev.poolkeeper.processors.retention.naming.NamingSchema;
import dev.poolkeeper.processors.retention.naming.NamingSchema.NamedTime;
import dev.poolkeeper.processors.retention.schedule.CronSchedule;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A periodic snapshot task as it was understood.
 *
 * <p>TrueNAS removes a snapshot for a task only while the task is enabled, covers the dataset, its
 * naming schema reads the name, and its schedule would have run at the time the name tells; then at
 * that time plus the lifetime, by the clock on the wall. Source: contract 2.5.
 */
public record TaskPlan(
    SnapshotTask task,
    Scope scope,
    Outcome<NamingSchema> schema,
    Outcome<CronSchedule> schedule,
    Outcome<Length> lifetime) {

  /** Why a disabled task disclaims what it made. */
  public static final String DISABLED = "is disabled";

  public static TaskPlan of(SnapshotTask task) {
    return new TaskPlan(
        task,
        new Scope(task.dataset(), task.recursive(), task.exclude()),
        NamingSchema.parse(task.namingSchema()),
        schedule(task),
        Length.ofTask(task.lifetime()));
  }

  private static Outcome<CronSchedule> schedule(SnapshotTask task) {
    try {
      LocalTime begin = task.terms().begin().map(LocalTime::parse).orElse(LocalTime.MIN);
      LocalTime end = task.terms().end().map(LocalTime::parse).orElse(LocalTime.MAX);
      return CronSchedule.parse(task.schedule(), begin, end);
    } catch (DateTimeException noTime) {
      return new Outcome.Unknown<>(
          "its window from '%s' to '%s' is not two times of a day"
              .formatted(task.terms().begin().orElse(""), task.terms().end().orElse("")));
    }
  }

  public Subject subject() {
    return task.subject();
  }

  /** Whether it makes snapshots of the dataset of that path. */
  public boolean covers(String dataset) {
    return task.enabled() && scope.covers(dataset);
  }

  /** Everything about it that is not understood, or that can never work. */
  public List<String> problems() {
    Optional<String> never =
        schedule
            .known()
            .filter(CronSchedule::neverRuns)
            .map(cron -> "its schedule '%s' never runs".formatted(cron));
    return Stream.of(schema.reason(), schedule.reason(), lifetime.reason(), never)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * What it says of a snapshot; empty when the name is none of its.
   *
   * @param zone of the NAS; empty when it is not told
   */
  public Optional<Claim> claim(String dataset, String name, Optional<ZoneId> zone) {
    Optional<NamedTime> time =
        schema.known().flatMap(known -> known.read(name, zone.orElse(ZoneOffset.UTC)).known());
    return time.map(told -> claim(dataset, told, zone.isPresent()));
  }

  /**
   * What it says of a snapshot whose name its naming schema reads.
   *
   * @param zoneKnown whether that time is in the zone of the NAS
   */
  public Claim claim(String dataset, NamedTime time, boolean zoneKnown) {
    if (!zoneKnown) {
      return new Claim.Unsure(subject(), "the time zone of the NAS is not told");
    }
    if (!scope.covers(dataset)) {
      return disclaims("makes such names, but does not cover this dataset");
    }
    if (!task.enabled()) {
      return disclaims(DISABLED);
    }
    Optional<CronSchedule> cron = schedule.known();
    if (cron.isEmpty()) {
      return new Claim.Unsure(subject(), schedule.reason().orElse(""));
    }
    if (!cron.get().matches(time.wall())) {
      return disclaims("would not have run at " + time.wall() + " (" + cron.get() + ")");
    }
    return lifetime
        .known()
        .<Claim>map(
            length ->
                new Claim.Removes(
                    subject(),
                    time.wall(),
                    length.after(time.wall()).atZone(time.moment().getZone()).toInstant()))
        .orElseGet(() -> new Claim.Keeps(subject(), lifetime.reason().orElse("")));
  }

  private Claim disclaims(String why) {
    return new Claim.Disclaims(subject(), why);
  }
}
