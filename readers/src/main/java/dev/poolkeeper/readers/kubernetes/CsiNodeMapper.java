package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.CsiNode;
import dev.poolkeeper.readers.json.Values;
import java.util.List;

/** Reads a CSINode: which drivers registered on the node. */
final class CsiNodeMapper {

  private CsiNodeMapper() {}

  static CsiNode map(KubernetesObject object) {
    List<String> drivers =
        object.row().at("spec", "drivers").values().stream()
            .flatMap(driver -> Values.text(driver.path("name")).stream())
            .toList();
    return new CsiNode(object.cluster(), object.name(), drivers);
  }
}
