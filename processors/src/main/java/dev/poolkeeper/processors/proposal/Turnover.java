package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.retention.naming.NamingSchema;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Snapshots that come and go by themselves: a periodic task that is enabled covers their dataset
 * and gives such names. Of them an approval cannot know which there will be when it is used.
 */
final class Turnover {

  private record Maker(SnapshotTask task, NamingSchema schema) {}

  private final List<Maker> makers;

  Turnover(Night night) {
    makers =
        night.all(ObjectKind.SNAPSHOT_TASK, SnapshotTask.class).stream()
            .filter(SnapshotTask::enabled)
            .flatMap(
                task ->
                    NamingSchema.parse(task.namingSchema()).known().stream()
                        .map(schema -> new Maker(task, schema)))
            .toList();
  }

  boolean has(ZfsSnapshot snapshot) {
    return makers.stream()
        .filter(maker -> maker.task().nas().equals(snapshot.nas()))
        .filter(maker -> covers(maker.task(), snapshot.dataset()))
        // a zone without clock changes: whether the name could be given is all that is asked
        .anyMatch(
            maker -> maker.schema().read(snapshot.name(), ZoneOffset.UTC).known().isPresent());
  }

  private static boolean covers(SnapshotTask task, String dataset) {
    return dataset.equals(task.dataset())
        || (task.recursive()
            && within(dataset, task.dataset())
            && task.exclude().stream().noneMatch(e -> dataset.equals(e) || within(dataset, e)));
  }

  private static boolean within(String dataset, String around) {
    return dataset.startsWith(around + "/");
  }
}
