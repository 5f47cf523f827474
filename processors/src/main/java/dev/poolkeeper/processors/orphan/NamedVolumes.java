package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which volumes a dataset's own mark, name or path names. */
final class NamedVolumes {

  private final Night night;
  private final Map<String, List<PersistentVolume>> byName = new HashMap<>();

  NamedVolumes(Night night) {
    this.night = night;
    for (PersistentVolume volume :
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)) {
      note(volume.name(), volume);
      if (!volume.source().handle().equals(volume.name())) {
        note(volume.source().handle(), volume);
      }
    }
  }

  private void note(String name, PersistentVolume volume) {
    if (!name.isEmpty()) {
      byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(volume);
    }
  }

  /** Whether the dataset bears the volume's handle or name, in its path or its own mark. */
  boolean names(Dataset dataset, PersistentVolume volume) {
    String handle = volume.source().handle();
    return dataset.id().equals(handle)
        || dataset.leaf().equals(handle)
        || volume.source().attribute("datasetID").filter(dataset.id()::equals).isPresent()
        || mark(dataset).filter(volume.name()::equals).isPresent();
  }

  /**
   * The volumes in use that the dataset names, other than one and those of its claim; its mark
   * counts more than its path. A volume that was released and made anew by hand is the same data,
   * and one of a driver that owns no datasets bears such a name by chance.
   */
  List<PersistentVolume> others(Dataset dataset, PersistentVolume but) {
    return List.of(mark(dataset).orElse(dataset.leaf()), dataset.id()).stream()
        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
        .filter(volume -> !volume.subject().equals(but.subject()))
        .filter(volume -> volume.phase().equals("Bound") && !sameClaim(volume, but))
        .filter(volume -> VolumeClass.of(volume.source()).family().ownsDatasets())
        .distinct()
        .toList();
  }

  private static boolean sameClaim(PersistentVolume one, PersistentVolume other) {
    return one.claim().isPresent()
        && other.claim().isPresent()
        && one.claim().get().toString().equals(other.claim().get().toString());
  }

  Optional<String> mark(Dataset dataset) {
    return CsiMarks.volumeName(dataset, night.join().nas(dataset.nas()).parent(dataset));
  }
}
