package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The paths, share names and targets that volumes name, those written straight into pods and their
 * templates included. Whatever is named is protected on every NAS, whoever is meant.
 */
final class ServedPaths {

  private final Map<String, String> byName = new HashMap<>();

  ServedPaths(Night night) {
    for (PersistentVolume volume :
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)) {
      note(volume.source(), volume.subject().toString());
    }
    for (Pod pod : night.all(ObjectKind.POD, Pod.class)) {
      pod.inlineVolumes().forEach(source -> note(source, pod.subject().toString()));
    }
    for (StatefulSet set : night.all(ObjectKind.STATEFUL_SET, StatefulSet.class)) {
      set.inlineVolumes().forEach(source -> note(source, set.subject().toString()));
    }
    for (ObjectKind kind : Workload.KINDS) {
      for (Workload workload : night.all(kind, Workload.class)) {
        workload.inlineVolumes().forEach(s -> note(s, workload.subject().toString()));
      }
    }
  }

  private void note(VolumeSource source, String by) {
    Stream.of("share", "nfsPath", "iqn", "targetIQN", "iscsiIQN")
        .flatMap(key -> source.attribute(key).stream())
        .flatMap(value -> names(value).stream())
        .forEach(name -> byName.merge(name, by, (a, b) -> a.compareTo(b) <= 0 ? a : b));
  }

  /** The name itself and, of an IQN, every end of it that may be a target's name. */
  private static List<String> names(String value) {
    Stream.Builder<String> names = Stream.builder();
    names.add(normal(value));
    for (int colon = value.indexOf(':'); colon >= 0; colon = value.indexOf(':', colon + 1)) {
      names.add(normal(value.substring(colon + 1)));
    }
    return names.build().toList();
  }

  private static String normal(String name) {
    String trimmed =
        name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return trimmed.toLowerCase(Locale.ROOT);
  }

  /** Who names the path, share or target; empty when nobody does. */
  Optional<String> namedBy(String name) {
    return Optional.ofNullable(byName.get(normal(name)));
  }
}
