package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one action does to its kind of object: as {@code Hand}, for one kind. */
interface Part {

  Optional<SortedMap<String, String>> look(Step step);

  /**
   * @param before what the plan takes away before this step, and is in nobody's way
   */
  Optional<String> obstacle(Step step, Set<Subject> before);

  ObjectNode remember(Step step);

  void act(Step step);

  boolean done(Step step);

  void undo(Step step, JsonNode remembered);
}
