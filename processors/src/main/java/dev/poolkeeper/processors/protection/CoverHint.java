package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which command would make copies of a claim that has none that is young enough. */
final class CoverHint {

  private final Map<Subject, ReplicationTask> routes;
  private final List<SnapshotTask> tasks;

  CoverHint(Night night) {
    this.routes =
        night.all(ObjectKind.REPLICATION_TASK, ReplicationTask.class).stream()
            .collect(Collectors.toMap(ReplicationTask::subject, Function.identity(), (a, b) -> a));
    this.tasks =
        night.all(ObjectKind.SNAPSHOT_TASK, SnapshotTask.class).stream()
            .sorted(Comparator.comparing(SnapshotTask::subject))
            .toList();
  }

  /** Empty where the dataset is not known, or a task is there and has to be looked at. */
  Optional<String> of(ClaimProtection claim) {
    if (claim.dataset().isEmpty()) {
      return Optional.empty();
    }
    if (claim.onSnapshots().bad()) {
      return claim.tasks().isEmpty()
          ? Optional.of(snapshots(claim.dataset().get()))
          : Optional.of("look at the state of %s".formatted(claim.tasks().get(0)));
    }
    return claim.onElsewhere().bad()
        ? claim.routes().stream().findFirst().map(this::run)
        : Optional.empty();
  }

  private String snapshots(Subject dataset) {
    return tasks.stream()
        .filter(task -> !task.enabled() && reaches(task, dataset))
        .findFirst()
        .map(
            task ->
                "%s would cover it and is disabled; to enable it: midclt call pool.snapshottask.update %d '{\"enabled\": true}'"
                    .formatted(task.subject(), task.id()))
        .orElseGet(
            () -> "a task of its own, on %s: %s".formatted(dataset.source(), create(dataset)));
  }

  private static boolean reaches(SnapshotTask task, Subject dataset) {
    String id = dataset.name();
    boolean below = task.recursive() && id.startsWith(task.dataset() + "/");
    return task.nas().equals(dataset.source())
        && (id.equals(task.dataset()) || below)
        && task.exclude().stream().noneMatch(out -> id.equals(out) || id.startsWith(out + "/"));
  }

  /** As TrueNAS itself proposes it: daily at midnight, for two weeks. */
  private static String create(Subject dataset) {
    return ("midclt call pool.snapshottask.create '{\"dataset\": \"%s\", \"recursive\": false,"
            + " \"naming_schema\": \"auto-%%Y-%%m-%%d_%%H-%%M\", \"lifetime_value\": 2,"
            + " \"lifetime_unit\": \"WEEK\", \"schedule\": {\"minute\": \"0\", \"hour\": \"0\"}}'")
        .formatted(dataset.name());
  }

  private String run(Subject route) {
    return Optional.ofNullable(routes.get(route))
        .map(
            task ->
                "look at why %s does not go through; to run it on %s: midclt call replication.run %d"
                    .formatted(route, task.nas(), task.id()))
        .orElse("look at " + route);
  }
}
