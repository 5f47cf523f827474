package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Calls to one cluster. Every failure is a {@link dev.poolkeeper.processors.proposal.HandFailure}
 * that says what is known of the cluster after it.
 */
public interface ClusterPort extends AutoCloseable {

  /**
   * One object as it is now.
   *
   * @param name {@code name}, or {@code namespace/name}, as subjects have it
   * @return empty when the cluster says that there is none
   */
  Optional<JsonNode> get(ObjectKind kind, String name);

  /** All objects of a kind; none when the cluster has no such kind installed. */
  List<JsonNode> list(ObjectKind kind);

  /**
   * Asks for a deletion, once.
   *
   * @param options of the API: preconditions and propagation policy
   */
  void delete(ObjectKind kind, String name, JsonNode options);

  /** Makes an object, once. */
  void create(ObjectKind kind, JsonNode manifest);

  @Override
  void close();
}
