package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** iSCSI targets. Deleting one takes away what links it to extents without asking. */
final class Targets extends RowPart {

  private final IscsiUse use;

  Targets(NasQuestions nas, IscsiUse use) {
    super(nas, "iscsi.target");
    this.use = use;
  }

  @Override
  SortedMap<String, String> told(JsonNode row) {
    return new TreeMap<>(Map.of(Expectation.NAME, Trees.value(row, "name")));
  }

  @Override
  boolean same(Step step, JsonNode row) {
    return Trees.value(row, "name").equals(step.target().name());
  }

  @Override
  List<String> made() {
    return List.of("name", "alias", "mode", "groups", "auth_networks", "iscsi_parameters");
  }

  /** The number under which initiators with several paths know it. */
  @Override
  List<String> derived() {
    return List.of("rel_tgt_id");
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    String id = find(step).map(row -> Trees.value(row, "id")).orElse("");
    String kept =
        nas().rows(IscsiUse.LINKS).stream()
            .filter(link -> Trees.value(link, "target").equals(id))
            .filter(link -> !before.contains(subject(step, link)))
            .map(link -> "extent " + name(link))
            .sorted()
            .collect(Collectors.joining(", "));
    return kept.isEmpty() ? use.sessions(Set.of(id)) : Optional.of("it still shows " + kept);
  }

  private String name(JsonNode link) {
    String id = Trees.value(link, "extent");
    return use.name(IscsiUse.EXTENTS, id).orElse(id);
  }

  private static Subject subject(Step step, JsonNode link) {
    return Subject.of(
        step.target().source(), ObjectKind.ISCSI_TARGET_EXTENT, Trees.value(link, "id"));
  }
}
