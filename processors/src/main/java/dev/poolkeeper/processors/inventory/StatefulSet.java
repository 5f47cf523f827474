package dev.poolkeeper.processors.inventory;

import java.util.List;

/**
 * A StatefulSet, reduced to the claims its templates make: {@code <template>-<name>-<ordinal>}.
 *
 * @param replicas wanted replicas; claims of a set scaled to zero still belong to it
 */
public record StatefulSet(
    String cluster, String namespace, String name, int replicas, List<String> claimTemplates)
    implements InventoryObject {

  public StatefulSet {
    claimTemplates = List.copyOf(claimTemplates);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.STATEFUL_SET, namespace + "/" + name);
  }
}
