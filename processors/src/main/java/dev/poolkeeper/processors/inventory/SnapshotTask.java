package dev.poolkeeper.processors.inventory;

import java.util.List;

/**
 * A periodic snapshot task.
 *
 * @param schedule cron fields minute, hour, day of month, month, day of week, in the NAS' zone
 * @param lifetime value and unit, {@code 2 WEEK}
 */
public record SnapshotTask(
    String nas,
    long id,
    String dataset,
    boolean recursive,
    List<String> exclude,
    String namingSchema,
    String schedule,
    String lifetime,
    boolean enabled)
    implements InventoryObject {

  public SnapshotTask {
    exclude = List.copyOf(exclude);
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.SNAPSHOT_TASK, Long.toString(id));
  }
}
