package dev.poolkeeper.processors.proposal;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One act on one object.
 *
 * @param expected what has to be read of the object right before, by name; what is not named may be
 *     anything. {@link Expectation} has the names
 */
public record Step(Stage stage, Action action, Subject target, SortedMap<String, String> expected) {

  public Step {
    requireNonNull(stage, "stage");
    requireNonNull(action, "action");
    requireNonNull(target, "target");
    expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    if (stage == Stage.QUARANTINE && !action.reversible()) {
      throw new IllegalArgumentException(action.word() + " cannot be undone");
    }
  }

  /**
   * What differs between what has to be read and what was read; empty when nothing does.
   *
   * @param seen as {@link Hand#look} says it
   */
  public SortedMap<String, String> differences(Map<String, String> seen) {
    SortedMap<String, String> differences = new TreeMap<>();
    expected.forEach(
        (name, value) -> {
          String actual = seen.getOrDefault(name, "not told");
          if (!actual.equals(value)) {
            differences.put(name, "expected %s, seen %s".formatted(value, actual));
          }
        });
    return differences;
  }

  /** {@code delete the NFS share nas1/nfs-shares/mnt/tank/a (id 12)}. */
  public String words() {
    String id = expected.get(Expectation.ID);
    return action.words() + " " + target + (id == null ? "" : " (id " + id + ")");
  }
}
