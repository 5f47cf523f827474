package dev.poolkeeper.writers.nas;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Calls to one TrueNAS. Every failure is a {@link dev.poolkeeper.processors.proposal.HandFailure}
 * that says what is known of the system after it.
 */
public interface NasPort extends AutoCloseable {

  /** What the system calls its release, {@code TrueNAS-25.10.1}. */
  String version();

  /**
   * Asks a question.
   *
   * @param params positional; a query's are its filters and its options
   * @return empty when the release has no such method
   */
  Optional<JsonNode> read(String method, List<JsonNode> params);

  /** Asks for a change, once, and waits for its end. */
  JsonNode change(String method, List<JsonNode> params);

  @Override
  void close();
}
