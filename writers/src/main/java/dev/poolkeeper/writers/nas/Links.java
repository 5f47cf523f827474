package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The statements that a target shows an extent. They name both by their ids, which are others when
 * target or extent were made again, so their names are remembered as well.
 */
final class Links extends RowPart {

  private final IscsiUse use;

  Links(NasQuestions nas, IscsiUse use) {
    super(nas, "iscsi.targetextent");
    this.use = use;
  }

  @Override
  SortedMap<String, String> told(JsonNode row) {
    return new TreeMap<>(
        Map.of(
            Expectation.TARGET, Trees.value(row, "target"),
            Expectation.EXTENT, Trees.value(row, "extent"),
            Expectation.LUN, Trees.value(row, "lunid")));
  }

  @Override
  boolean same(Step step, JsonNode row) {
    Map<String, String> expected = step.expected();
    if (!expected.containsKey(Expectation.TARGET) || !expected.containsKey(Expectation.EXTENT)) {
      return Trees.value(row, "id").equals(step.target().name());
    }
    return Trees.value(row, "target").equals(expected.get(Expectation.TARGET))
        && Trees.value(row, "extent").equals(expected.get(Expectation.EXTENT));
  }

  @Override
  List<String> made() {
    return List.of("target", "extent", "lunid");
  }

  @Override
  List<String> derived() {
    return List.of();
  }

  @Override
  void rememberOthers(JsonNode row, ObjectNode remembered) {
    use.name(IscsiUse.TARGETS, Trees.value(row, "target"))
        .ifPresent(name -> remembered.put("targetName", name));
    use.name(IscsiUse.EXTENTS, Trees.value(row, "extent"))
        .ifPresent(name -> remembered.put("extentName", name));
  }

  @Override
  void complete(ObjectNode creation, JsonNode remembered, Step step) {
    creation.set("target", id(IscsiUse.TARGETS, Trees.value(remembered, "targetName"), step));
    creation.set("extent", id(IscsiUse.EXTENTS, Trees.value(remembered, "extentName"), step));
  }

  private JsonNode id(String method, String name, Step step) {
    return use.id(method, name)
        .orElseThrow(() -> Refusal.of(step, "%s knows no %s to link".formatted(method, name)));
  }

  @Override
  boolean back(Step step, JsonNode row, JsonNode remembered) {
    return joins(row, remembered)
        && Trees.value(row, "lunid").equals(Trees.value(remembered.path("row"), "lunid"));
  }

  @Override
  boolean inPlace(Step step, JsonNode row, JsonNode remembered) {
    return joins(row, remembered);
  }

  private boolean joins(JsonNode row, JsonNode remembered) {
    return joins(row.path("target"), IscsiUse.TARGETS, Trees.value(remembered, "targetName"))
        && joins(row.path("extent"), IscsiUse.EXTENTS, Trees.value(remembered, "extentName"));
  }

  private boolean joins(JsonNode id, String method, String name) {
    return use.id(method, name).flatMap(Trees::value).equals(Trees.value(id)) && !name.isEmpty();
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    return find(step).flatMap(row -> use.sessions(Set.of(Trees.value(row, "target"))));
  }
}
