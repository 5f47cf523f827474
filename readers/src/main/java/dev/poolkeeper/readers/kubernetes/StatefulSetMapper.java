package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Values;
import java.util.List;

/** Reads a StatefulSet: the claims its templates make belong to it, even scaled to zero. */
final class StatefulSetMapper {

  private StatefulSetMapper() {}

  static StatefulSet map(KubernetesObject object) {
    Row row = object.row();
    List<String> templates =
        row.at("spec", "volumeClaimTemplates").values().stream()
            .flatMap(template -> Values.text(template.path("metadata").path("name")).stream())
            .toList();
    PodTemplate pods = PodTemplate.of(row.at("spec", "template"));
    return new StatefulSet(
        object.cluster(),
        object.namespace(),
        object.name(),
        (int) Math.min(Integer.MAX_VALUE, row.number("spec", "replicas").orElse(1)),
        templates,
        pods.claims(),
        pods.inlineVolumes());
  }
}
