package dev.poolkeeper.processors.retention.owner;

import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.Outcome;
import dev.poolkeeper.processors.retention.naming.NamingSchema;
import dev.poolkeeper.processors.retention.naming.NamingSchema.NamedTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replication task as the owner of what it has written into its target.
 *
 * @param schemas of the names that it sends; none when it does not tell them
 * @param zone of the NAS that runs it, whose names they are; empty when it is not told
 */
public record ReplicaPlan(ReplicationTask task, List<NamingSchema> schemas, Optional<ZoneId> zone) {

  public ReplicaPlan {
    schemas = List.copyOf(schemas);
  }

  /**
   * @param tasks the snapshot tasks of the NAS that runs it
   */
  public static ReplicaPlan of(ReplicationTask task, List<TaskPlan> tasks, Optional<ZoneId> zone) {
    Stream<Outcome<NamingSchema>> own =
        task.retention().namingSchemas().stream().map(NamingSchema::parse);
    Stream<Outcome<NamingSchema>> linked =
        tasks.stream()
            .filter(plan -> task.retention().snapshotTasks().contains(plan.task().id()))
            .map(TaskPlan::schema);
    return new ReplicaPlan(
        task,
        Stream.concat(own, linked).flatMap(schema -> schema.known().stream()).distinct().toList(),
        zone);
  }

  /** Whether what lies in its target may be the dataset of that path. */
  public boolean writes(String dataset) {
    return dataset.equals(task.targetDataset()) || dataset.startsWith(task.targetDataset() + "/");
  }

  /** What it says of a snapshot in its target; empty when the name is none that it sends. */
  public Optional<Claim> claim(String name) {
    List<NamedTime> times =
        schemas.stream()
            .flatMap(schema -> schema.read(name, zone.orElse(ZoneOffset.UTC)).known().stream())
            .toList();
    return schemas.isEmpty() || !times.isEmpty()
        ? Optional.of(claim(times.stream().findFirst()))
        : Optional.empty();
  }

  private Claim claim(Optional<NamedTime> time) {
    Subject subject = task.subject();
    if (!task.enabled()) {
      return new Claim.Disclaims(subject, "is disabled");
    }
    return switch (task.retention().policy().orElse("").toUpperCase(Locale.ROOT)) {
      case "SOURCE" -> new Claim.Keeps(subject, "it goes when its source has gone");
      case "NONE" -> new Claim.Disclaims(subject, "keeps for ever what it has sent (NONE)");
      case "CUSTOM" -> custom(time);
      default -> new Claim.Unsure(subject, "how long it keeps what it has sent is not told");
    };
  }

  private Claim custom(Optional<NamedTime> time) {
    Outcome<Length> lifetime = Length.ofTask(task.retention().lifetime());
    if (task.retention().ownLifetimes() || time.isEmpty() || zone.isEmpty()) {
      return new Claim.Unsure(
          task.subject(), "it has a lifetime of its own, and when that ends is not told");
    }
    return lifetime
        .known()
        .<Claim>map(
            length ->
                new Claim.Removes(
                    task.subject(),
                    time.get().wall(),
                    length.after(time.get().wall()).atZone(zone.get()).toInstant()))
        .orElseGet(() -> new Claim.Keeps(task.subject(), lifetime.reason().orElse("")));
  }
}
