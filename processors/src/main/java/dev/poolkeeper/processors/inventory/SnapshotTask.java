package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A periodic snapshot task.
 *
 * @param schedule cron fields minute, hour, day of month, month, day of week, in the NAS' zone
 * @param lifetime value and unit, {@code 2 WEEK}
 * @param terms under which it runs beside its schedule
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
    boolean enabled,
    Terms terms)
    implements InventoryObject {

  /**
   * What a task does not always tell.
   *
   * @param begin first minute of the day on which it may run, {@code 00:00}; empty: not told
   * @param end last one
   * @param allowEmpty whether it makes a snapshot even when nothing was written
   * @param lastRunAt when its state last changed
   */
  public record Terms(
      Optional<String> begin,
      Optional<String> end,
      Optional<Boolean> allowEmpty,
      Optional<Instant> lastRunAt) {

    /** Nothing of it is told. */
    public static final Terms UNTOLD =
        new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public SnapshotTask {
    exclude = List.copyOf(exclude);
    // the ledger holds tasks that were read before terms were
    terms = Objects.requireNonNullElse(terms, Terms.UNTOLD);
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.SNAPSHOT_TASK, Long.toString(id));
  }
}
