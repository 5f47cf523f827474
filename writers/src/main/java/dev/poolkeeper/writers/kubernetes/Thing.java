package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one kind of object is like, what keeps it, and what a new one is made of. */
interface Thing {

  ObjectKind kind();

  /** What it is like, by the names of {@code Expectation}. */
  SortedMap<String, String> told(JsonNode object);

  /**
   * Why it must not be deleted, in words.
   *
   * @param before what the plan takes away before this step
   */
  Optional<String> kept(Step step, JsonNode object, Set<Subject> before);

  /**
   * Makes what was remembered into what can be made again.
   *
   * @param again without what the API server writes itself
   */
  void prepare(Step step, ObjectNode again, JsonNode remembered);

  /** Whether an object of this name stands for what was remembered. */
  boolean stands(JsonNode object, ObjectNode again);
}
