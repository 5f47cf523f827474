package dev.poolkeeper.processors.space;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The space of one PersistentVolume on its TrueNAS.
 *
 * @param claim namespace and name of its claim
 * @param dataset subject of the dataset or zvol that it owns; empty when none is known
 * @param pool subject of the pool that is in
 * @param provisionedBytes what it may fill: volsize, refquota or quota, else its capacity; empty
 *     when unknown or when it owns no dataset
 * @param limited whether the TrueNAS keeps it from growing beyond that
 * @param waterfall what is charged to its dataset
 * @param hiddenBytes of that, what the claim cannot see
 * @param origin subject of the snapshot it is a clone of
 * @param sharedBytes what it still has in common with its origin, charged there; empty when it is
 *     no clone, and where the TrueNAS does not tell
 * @param pins what clones keep its own snapshots from giving back
 */
public record VolumeSpace(
    String subject,
    Optional<String> claim,
    Optional<String> dataset,
    Optional<String> pool,
    OptionalLong provisionedBytes,
    boolean limited,
    Waterfall waterfall,
    OptionalLong hiddenBytes,
    Optional<String> origin,
    OptionalLong sharedBytes,
    Pins pins) {

  private static final String NO_DATASET = "no dataset or zvol is known to be its own";

  /**
   * The dataset or zvol behind a volume.
   *
   * @param subject its subject
   * @param pool subject of its pool
   * @param origin subject of the snapshot it is a clone of
   */
  public record Backing(
      String subject, String pool, SpaceUsage usage, Optional<String> origin, Pins pins) {}

  /** A volume that owns no dataset: it uses one that others own, or none is known. */
  public static VolumeSpace unbacked(String subject, Optional<String> claim) {
    return new VolumeSpace(
        subject,
        claim,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        false,
        Waterfall.unknown(NO_DATASET),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Pins.NONE);
  }

  /**
   * @param capacityBytes what Kubernetes believes its size to be
   */
  public static VolumeSpace of(
      String subject, Optional<String> claim, OptionalLong capacityBytes, Backing backing) {
    Waterfall waterfall = Waterfall.of(backing.usage());
    OptionalLong limit = backing.usage().capacityBytes();
    return new VolumeSpace(
        subject,
        claim,
        Optional.of(backing.subject()),
        Optional.of(backing.pool()),
        limit.isPresent() ? limit : capacityBytes,
        limit.isPresent(),
        waterfall,
        waterfall.hidden(),
        backing.origin(),
        shared(backing, waterfall),
        backing.pins());
  }

  /**
   * What a clone references beyond what is charged to it. Releases that do not tell referenced give
   * usedbydataset for it, so no difference says nothing.
   */
  private static OptionalLong shared(Backing backing, Waterfall waterfall) {
    OptionalLong referenced = backing.usage().referencedBytes();
    boolean told =
        backing.origin().isPresent()
            && waterfall.dataBytes().isPresent()
            && referenced.orElse(0) > waterfall.dataBytes().getAsLong();
    return told
        ? OptionalLong.of(referenced.getAsLong() - waterfall.dataBytes().getAsLong())
        : OptionalLong.empty();
  }

  /** What it may still take: provisioned less written and reserved, never below 0. */
  OptionalLong unfilledBytes() {
    OptionalLong taken = KnownSum.both(waterfall.dataBytes(), waterfall.reservedBytes());
    return provisionedBytes.isPresent() && taken.isPresent()
        ? OptionalLong.of(Math.max(0, provisionedBytes.getAsLong() - taken.getAsLong()))
        : OptionalLong.empty();
  }
}
