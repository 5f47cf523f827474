package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Confidence;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.space.Pins;
import dev.poolkeeper.processors.space.VolumeSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The volumes of each pool that own a dataset or zvol there. Linear in the number of volumes. */
final class PoolVolumes {

  private static final Set<Confidence> OWNING = Set.of(Confidence.CONFIRMED, Confidence.PROBABLE);

  private final Map<Subject, List<VolumeSpace>> byPool = new HashMap<>();

  PoolVolumes(Night night) {
    for (PersistentVolume volume :
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)) {
      owned(night, volume)
          .ifPresent(
              dataset ->
                  byPool
                      .computeIfAbsent(
                          Subject.of(dataset.nas(), ObjectKind.POOL, dataset.pool()),
                          pool -> new ArrayList<>())
                      .add(space(volume, dataset)));
    }
  }

  private static Optional<Dataset> owned(Night night, PersistentVolume volume) {
    return night
        .join()
        .link(volume.subject())
        .filter(link -> OWNING.contains(link.confidence()))
        .map(Link::to)
        .flatMap(night.join()::dataset);
  }

  private static VolumeSpace space(PersistentVolume volume, Dataset dataset) {
    return VolumeSpace.of(
        volume.subject().toString(),
        volume.claim().map(ClaimReference::toString),
        volume.capacityBytes(),
        new VolumeSpace.Backing(
            dataset.subject().toString(),
            Subject.of(dataset.nas(), ObjectKind.POOL, dataset.pool()).toString(),
            dataset.usage(),
            dataset.origin(),
            Pins.NONE));
  }

  /** Those of one pool, in no order. */
  List<VolumeSpace> of(Subject pool) {
    return byPool.getOrDefault(pool, List.of());
  }

  /**
   * What is charged to the datasets of a pool's volumes together, a dataset of several counted
   * once; empty when one of them did not tell.
   */
  OptionalLong usedBytes(Subject pool) {
    Map<String, OptionalLong> byDataset = new HashMap<>();
    for (VolumeSpace volume : of(pool)) {
      byDataset.put(volume.dataset().orElseThrow(), volume.waterfall().usedBytes());
    }
    long sum = 0;
    for (OptionalLong used : byDataset.values()) {
      if (used.isEmpty() || sum > Long.MAX_VALUE - used.getAsLong()) {
        return OptionalLong.empty();
      }
      sum += used.getAsLong();
    }
    return OptionalLong.of(sum);
  }
}
