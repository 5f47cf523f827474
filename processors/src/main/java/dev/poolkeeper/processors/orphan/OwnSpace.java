package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a dataset holds by itself, in bytes. ZFS counts the datasets inside it in {@code used}; they
 * are judged on their own, so their space is left out here.
 */
final class OwnSpace {

  private OwnSpace() {}

  /** Empty when the dataset's size, or that of one inside it, was not told. */
  static OptionalLong bytes(Dataset dataset, NasIndex nas) {
    OptionalLong used = dataset.usage().usedBytes();
    OptionalLong inside = dataset.usage().childrenBytes();
    if (inside.isEmpty()) {
      inside = sum(nas.children(dataset));
    }
    return used.isPresent() && inside.isPresent()
        ? OptionalLong.of(Math.max(used.getAsLong() - inside.getAsLong(), 0))
        : OptionalLong.empty();
  }

  private static OptionalLong sum(List<Dataset> datasets) {
    boolean known = datasets.stream().allMatch(d -> d.usage().usedBytes().isPresent());
    return known
        ? OptionalLong.of(
            datasets.stream()
                .mapToLong(d -> d.usage().usedBytes().orElseThrow())
                .reduce(0, Math::addExact))
        : OptionalLong.empty();
  }

  /** The sentence about datasets inside; empty when there are none. */
  static Optional<String> note(Dataset dataset, NasIndex nas) {
    int inside = nas.children(dataset).size();
    return inside == 0
        ? Optional.empty()
        : Optional.of(
            "%d %s inside it, not counted here"
                .formatted(inside, inside == 1 ? "dataset lies" : "datasets lie"));
  }
}
