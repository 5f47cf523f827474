package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Values;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a Pod: which claims it uses, those of ephemeral volumes too, and its inline volumes. */
final class PodMapper {

  private PodMapper() {}

  static Pod map(KubernetesObject object) {
    Row row = object.row();
    String name = object.name();
    List<JsonNode> volumes = List.copyOf(row.at("spec", "volumes").values());
    List<String> claims =
        volumes.stream().flatMap(volume -> claim(name, volume).stream()).distinct().toList();
    List<VolumeSource> inline =
        volumes.stream().flatMap(volume -> VolumeSources.inline(volume).stream()).toList();
    return new Pod(
        object.cluster(),
        object.namespace(),
        name,
        row.textOrNone("status", "phase"),
        row.textOrNone("spec", "nodeName"),
        claims,
        inline);
  }

  private static Optional<String> claim(String pod, JsonNode volume) {
    if (volume.path("ephemeral").isObject()) {
      return Values.text(volume.path("name")).map(volumeName -> pod + "-" + volumeName);
    }
    return Values.text(volume.path("persistentVolumeClaim").path("claimName"));
  }
}
