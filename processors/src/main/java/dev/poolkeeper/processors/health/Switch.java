package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.inventory.PersistentVolume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a class went from one value to another for good: every volume with the newest
 * value was made after every volume without it. Classes that mix values, as with several zones,
 * have not switched.
 *
 * @param before volumes with older values
 * @param from the value before the newest
 * @param to the newest value
 * @param since when the first volume of the newest value was made
 */
record Switch(int before, String from, String to, Instant since) {

  /** One volume that was moved, or the first of another zone, is no switch. */
  private static final int ENOUGH = 2;

  private record Made(Instant at, String value) {}

  /**
   * @param volumes oldest first
   * @param value what is compared; volumes without it are passed over
   */
  static Optional<Switch> of(
      List<PersistentVolume> volumes, Function<PersistentVolume, Optional<String>> value) {
    List<Made> made = new ArrayList<>();
    volumes.forEach(
        volume -> value.apply(volume).ifPresent(v -> made.add(new Made(volume.createdAt(), v))));
    if (made.isEmpty()) {
      return Optional.empty();
    }
    String newest = made.get(made.size() - 1).value();
    List<Made> older = made.stream().filter(m -> !m.value().equals(newest)).toList();
    List<Made> newer = made.stream().filter(m -> m.value().equals(newest)).toList();
    boolean switched =
        older.size() >= ENOUGH
            && newer.size() >= ENOUGH
            && older.get(older.size() - 1).at().isBefore(newer.get(0).at());
    return switched
        ? Optional.of(
            new Switch(
                older.size(), older.get(older.size() - 1).value(), newest, newer.get(0).at()))
        : Optional.empty();
  }
}
