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
import tools.jackson.databind.node.ObjectNode;

/**
 * iSCSI extents. Deleting one takes away what links it to targets without asking, so links that the
 * plan does not delete are in the way.
 */
final class Extents extends RowPart {

  private static final List<String> MADE =
      List.of(
          "name",
          "type",
          "disk",
          "path",
          "serial",
          "filesize",
          "blocksize",
          "pblocksize",
          "avail_threshold",
          "comment",
          "insecure_tpc",
          "xen",
          "rpm",
          "ro",
          "enabled",
          "product_id");

  private final IscsiUse use;

  Extents(NasQuestions nas, IscsiUse use) {
    super(nas, "iscsi.extent");
    this.use = use;
  }

  @Override
  SortedMap<String, String> told(JsonNode row) {
    String zvol =
        Trees.zvol(Trees.value(row, "disk"))
            .or(() -> Trees.zvol(Trees.value(row, "path")))
            .orElse("-");
    return new TreeMap<>(
        Map.of(Expectation.NAME, Trees.value(row, "name"), Expectation.DATASET, zvol));
  }

  @Override
  boolean same(Step step, JsonNode row) {
    return Trees.value(row, "name").equals(step.target().name());
  }

  @Override
  List<String> made() {
    return MADE;
  }

  /** The appliance makes a new NAA, so initiators see a new disk with the old serial number. */
  @Override
  List<String> derived() {
    return List.of("naa");
  }

  @Override
  void complete(ObjectNode creation, JsonNode remembered, Step step) {
    if (Trees.value(creation, "type").equals("FILE")) {
      creation.remove("disk");
      return;
    }
    if (Trees.value(creation, "disk").isEmpty()) {
      creation.put("disk", Trees.value(creation, "path").replaceFirst("^/dev/", ""));
    }
    creation.remove(List.of("path", "filesize"));
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    String id = find(step).map(row -> Trees.value(row, "id")).orElse("");
    List<ObjectNode> links =
        nas().rows(IscsiUse.LINKS).stream()
            .filter(link -> Trees.value(link, "extent").equals(id))
            .toList();
    Set<String> targets =
        links.stream().map(link -> Trees.value(link, "target")).collect(Collectors.toSet());
    String kept =
        links.stream()
            .filter(link -> !before.contains(subject(step, link)))
            .map(link -> "target " + name(link))
            .sorted()
            .collect(Collectors.joining(", "));
    return kept.isEmpty()
        ? targets.isEmpty() ? Optional.empty() : use.sessions(targets)
        : Optional.of(kept + " still shows it");
  }

  private String name(JsonNode link) {
    String id = Trees.value(link, "target");
    return use.name(IscsiUse.TARGETS, id).orElse(id);
  }

  private static Subject subject(Step step, JsonNode link) {
    return Subject.of(
        step.target().source(), ObjectKind.ISCSI_TARGET_EXTENT, Trees.value(link, "id"));
  }
}
