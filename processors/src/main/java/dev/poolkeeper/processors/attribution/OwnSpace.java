package dev.poolkeeper.processors.attribution;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A dataset or zvol on one night, without what lies in datasets inside it.
 *
 * @param createdAt ZFS {@code creation}, which survives a rename; empty where the release does not
 *     tell
 * @param ownBytes {@code used} less the space of the datasets inside; empty when it was not told
 * @param split its parts, which sum to {@code ownBytes}; empty when they were not told
 */
public record OwnSpace(
    Subject dataset,
    Optional<Instant> createdAt,
    OptionalLong ownBytes,
    Optional<SpaceSplit> split) {

  public OwnSpace {
    requireNonNull(dataset, "dataset");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(ownBytes, "ownBytes");
    requireNonNull(split, "split");
    if (split.isPresent() && ownBytes.isEmpty()) {
      throw new IllegalArgumentException(dataset + " knows its parts and not their sum");
    }
  }

  /** Space that is not there. */
  static OwnSpace nothing(Subject dataset) {
    return new OwnSpace(
        dataset, Optional.empty(), OptionalLong.of(0), Optional.of(SpaceSplit.NOTHING));
  }

  /**
   * Whether the other one may be the same object: neither says that it was made at another time.
   */
  boolean mayBe(OwnSpace other) {
    return createdAt.isEmpty() || other.createdAt.isEmpty() || createdAt.equals(other.createdAt);
  }
}
