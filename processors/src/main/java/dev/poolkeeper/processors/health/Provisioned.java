package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Confidence;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Volumes that a driver made for a StorageClass on a TrueNAS. Static ones are no evidence for a
 * class: people write any class name, and any attribute, into them.
 */
final class Provisioned {

  private static final String IDENTITY = "storage.kubernetes.io/csiProvisionerIdentity";

  private final Night night;
  private final Map<Subject, List<PersistentVolume>> byClass;

  Provisioned(Night night) {
    this.night = night;
    this.byClass =
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
            .filter(Provisioned::byADriver)
            .filter(volume -> !volume.storageClass().isEmpty())
            .sorted(
                Comparator.comparing(PersistentVolume::createdAt)
                    .thenComparing(PersistentVolume::subject))
            .collect(
                Collectors.groupingBy(
                    v -> Subject.of(v.cluster(), ObjectKind.STORAGE_CLASS, v.storageClass()),
                    TreeMap::new,
                    Collectors.toList()));
  }

  static boolean byADriver(PersistentVolume volume) {
    return VolumeClass.of(volume.source()).family().ownsDatasets()
        && volume.source().attribute(IDENTITY).isPresent();
  }

  /** The volumes of each class, oldest first. */
  Map<Subject, List<PersistentVolume>> byClass() {
    return byClass;
  }

  /** The dataset a volume stands on beyond doubt; empty when there is doubt. */
  Optional<Dataset> dataset(PersistentVolume volume) {
    return night
        .join()
        .link(volume.subject())
        .filter(link -> link.confidence() == Confidence.CONFIRMED)
        .map(Link::to)
        .flatMap(night.join()::dataset);
  }

  /** The datasets of these volumes, as far as they are beyond doubt. */
  Stream<Dataset> datasets(List<PersistentVolume> volumes) {
    return volumes.stream().flatMap(volume -> dataset(volume).stream());
  }
}
