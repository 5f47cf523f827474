package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done to one dataset. */
abstract class DatasetPart implements Part {

  private static final int NAMED = 3;

  private final NasQuestions nas;
  private final DatasetFacts facts;

  DatasetPart(NasQuestions nas, DatasetFacts facts) {
    this.nas = nas;
    this.facts = facts;
  }

  NasQuestions nas() {
    return nas;
  }

  DatasetFacts facts() {
    return facts;
  }

  static String id(Step step) {
    return step.target().name();
  }

  @Override
  public final Optional<SortedMap<String, String>> look(Step step) {
    return facts.find(id(step)).map(DatasetPart::told);
  }

  private static SortedMap<String, String> told(JsonNode row) {
    SortedMap<String, String> told = new TreeMap<>();
    told.put(Expectation.TYPE, Trees.value(row, "type").toLowerCase(Locale.ROOT));
    told.put(Expectation.ORIGIN, Trees.property(row, "origin").orElse("-"));
    Trees.property(row, "creation").ifPresent(seconds -> told.put(Expectation.CREATED, seconds));
    return told;
  }

  /** The row; a refusal when there is none. */
  final ObjectNode present(Step step) {
    return facts.find(id(step)).orElseThrow(() -> Refusal.gone(step));
  }

  /** {@code it has 5 snapshots: a, b, c and 2 more}. */
  static Optional<String> some(String what, List<String> names) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String listed =
        names.stream()
            .sorted(Comparator.naturalOrder())
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    String more = names.size() > NAMED ? " and %d more".formatted(names.size() - NAMED) : "";
    return Optional.of(what.formatted(names.size()) + ": " + listed + more);
  }

  /** Datasets below this one. */
  final Optional<String> children(Step step, Set<Subject> before) {
    return some(
        "it has %d datasets below it",
        facts.poolOf(id(step)).stream()
            .map(DatasetFacts.Node::id)
            .filter(child -> child.startsWith(id(step) + "/"))
            .filter(
                child -> !before.contains(new Subject(step.target().source(), "datasets/" + child)))
            .toList());
  }
}
