package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.reconcile.CsiMarks;
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

  /** The volumes that the dataset names, other than one; its mark counts more than its path. */
  List<PersistentVolume> others(Dataset dataset, PersistentVolume but) {
    return List.of(mark(dataset).orElse(dataset.leaf()), dataset.id()).stream()
        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
        .filter(volume -> !volume.subject().equals(but.subject()))
        .distinct()
        .toList();
  }

  Optional<String> mark(Dataset dataset) {
    return CsiMarks.volumeName(dataset, night.join().nas(dataset.nas()).parent(dataset));
  }
}
