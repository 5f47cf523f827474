package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.Comparator;

/**
 * A copy of a claim's data elsewhere than in its own dataset.
 *
 * @param at the instant the data is of
 * @param how who says so
 * @param by the replication task or add-on's object that made it
 * @param where the snapshot that shows it, or what is told
 */
public record Copy(Instant at, How how, Subject by, String where) {

  static final Comparator<Copy> BY_AGE =
      Comparator.comparing(Copy::at)
          .thenComparing(Copy::how, Comparator.reverseOrder())
          .thenComparing(Copy::by, Comparator.reverseOrder());

  /** Who says that there is a copy. */
  public enum How {
    /** Its newest snapshot that source and target have in common was looked at. */
    MEASURED,
    /** An add-on says that it has a copy of the claim. */
    BACKUP,
    /** The task says that it went through; nobody looked at the target. */
    TOLD;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
