package dev.poolkeeper.writers.trace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that took a while.
 *
 * @param id 16 hexadecimal digits
 * @param parent the span it was part of; empty for that of the run
 * @param outward whether another system was called
 * @param attributes by the semantic conventions, nothing secret in them; {@value #ERROR_TYPE} is
 *     there when it failed
 */
public record Span(
    String id,
    Optional<String> parent,
    String name,
    boolean outward,
    Instant start,
    Instant end,
    Map<String, String> attributes) {

  /** Of which kind a failure was. */
  public static final String ERROR_TYPE = "error.type";

  public Span {
    requireNonNull(id, "id");
    requireNonNull(parent, "parent");
    requireNonNull(name, "name");
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    attributes = Map.copyOf(attributes);
  }

  boolean failed() {
    return attributes.containsKey(ERROR_TYPE);
  }
}
