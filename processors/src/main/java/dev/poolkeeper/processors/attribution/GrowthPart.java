package dev.poolkeeper.processors.attribution;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one dataset or zvol contributed to the change of its pool.
 *
 * @param dataset by its newest name
 * @param formerly its name at the start; only when it was renamed
 * @param owner whom it serves at the end, or served if it is gone; empty when no volume
 * @param tasks periodic snapshot tasks that cover it at the end, sorted
 */
public record GrowthPart(
    Subject dataset,
    Presence presence,
    Optional<Subject> formerly,
    Optional<Owner> owner,
    List<Subject> tasks,
    SpaceChange change) {

  /** Whether it was there on both nights. */
  public enum Presence {
    THERE,
    NEW,
    DELETED,
    RENAMED;

    /** As the ledger and reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public GrowthPart {
    requireNonNull(dataset, "dataset");
    requireNonNull(presence, "presence");
    requireNonNull(owner, "owner");
    requireNonNull(change, "change");
    tasks = List.copyOf(tasks);
    if (formerly.isPresent() != (presence == Presence.RENAMED)) {
      throw new IllegalArgumentException(
          dataset + " is " + presence.word() + ", formerly " + formerly);
    }
  }
}
