package dev.poolkeeper.processors.inventory;

/**
 * A cluster as its API server describes itself.
 *
 * @param version {@code v1.34.2}
 */
public record ClusterVersion(String cluster, String version) implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.ofSource(cluster);
  }
}
