package dev.poolkeeper.writers.kubernetes;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One {@code coordination.k8s.io/v1} Lease. Every failure is a {@link
 * dev.poolkeeper.processors.proposal.HandFailure} that says what is known after it.
 */
public interface LeasePort extends AutoCloseable {

  /** Its {@code namespace/name}. */
  String name();

  /** The object as it is now; empty when there is none. */
  Optional<JsonNode> get();

  /**
   * Makes it, once.
   *
   * @param spec of the new object
   * @return as it was stored; empty when somebody else was faster
   */
  Optional<JsonNode> create(JsonNode spec);

  /**
   * Replaces it, once, and only in the version that was read.
   *
   * @param object with the resourceVersion that it was read with
   * @return as it was stored; empty when it was changed meanwhile, or is gone
   */
  Optional<JsonNode> replace(JsonNode object);

  @Override
  void close();
}
