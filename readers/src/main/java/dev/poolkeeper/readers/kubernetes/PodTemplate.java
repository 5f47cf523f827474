package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.readers.json.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The volumes of a pod's template. Generic ephemeral volumes are passed over: their claims are
 * named after pods that need not exist yet.
 */
record PodTemplate(List<JsonNode> volumes) {

  static PodTemplate of(JsonNode template) {
    return new PodTemplate(List.copyOf(template.path("spec").path("volumes").values()));
  }

  List<String> claims() {
    return volumes.stream()
        .map(volume -> Values.text(volume.path("persistentVolumeClaim").path("claimName")))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Claims of a virtual machine, which has volume types of its own for them. */
  List<String> claimsOfMachine() {
    return volumes.stream()
        .flatMap(
            volume ->
                Stream.of(
                    volume.path("persistentVolumeClaim").path("claimName"),
                    volume.path("ephemeral").path("persistentVolumeClaim").path("claimName"),
                    volume.path("memoryDump").path("claimName"),
                    volume.path("dataVolume").path("name")))
        .flatMap(name -> Values.text(name).stream())
        .distinct()
        .toList();
  }

  List<VolumeSource> inlineVolumes() {
    return volumes.stream().flatMap(volume -> VolumeSources.inline(volume).stream()).toList();
  }
}
