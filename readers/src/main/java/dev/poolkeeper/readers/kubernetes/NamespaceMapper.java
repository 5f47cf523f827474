package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.Namespace;

/** Reads a Namespace: its uid tells clusters apart, its creation how old they are. */
final class NamespaceMapper {

  private NamespaceMapper() {}

  static Namespace map(KubernetesObject object) {
    return new Namespace(
        object.cluster(),
        object.name(),
        object.uid(),
        object.row().instant("metadata", "creationTimestamp"));
  }
}
