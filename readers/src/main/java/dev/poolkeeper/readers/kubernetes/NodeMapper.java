package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.Node;

/** Reads a Node: its name alone. */
final class NodeMapper {

  private NodeMapper() {}

  static Node map(KubernetesObject object) {
    return new Node(object.cluster(), object.name());
  }
}
