package dev.poolkeeper.writers.nas;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Who uses which iSCSI target, and which rows belong together. */
final class IscsiUse {

  static final String TARGETS = "iscsi.target.query";
  static final String EXTENTS = "iscsi.extent.query";
  static final String LINKS = "iscsi.targetextent.query";

  private final NasQuestions nas;

  IscsiUse(NasQuestions nas) {
    this.nas = nas;
  }

  /** Sessions of targets, in words. */
  Optional<String> sessions(Set<String> targetIds) {
    Set<String> names =
        nas.rows(TARGETS).stream()
            .filter(row -> targetIds.contains(Trees.value(row, "id")))
            .map(row -> Trees.value(row, "name"))
            .collect(Collectors.toSet());
    String initiators =
        nas.all("iscsi.global.sessions")
            .filter(session -> names.stream().anyMatch(name -> of(session, name)))
            .map(session -> Trees.value(session, "initiator"))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return initiators.isEmpty()
        ? Optional.empty()
        : Optional.of(initiators + " has a session with its target");
  }

  /** A session names the whole IQN; a target is the part after the base name, or a whole IQN. */
  private static boolean of(JsonNode session, String name) {
    String iqn = Trees.value(session, "target");
    return !name.isEmpty() && (iqn.equals(name) || iqn.endsWith(":" + name));
  }

  /** The name of the row with this id; empty when there is none. */
  Optional<String> name(String method, String id) {
    return nas.rows(method).stream()
        .filter(row -> Trees.value(row, "id").equals(id))
        .map(row -> Trees.value(row, "name"))
        .findFirst();
  }

  /** The id of the row with this name; empty when there is none. */
  Optional<JsonNode> id(String method, String name) {
    return nas.rows(method).stream()
        .filter(row -> Trees.value(row, "name").equals(name))
        .map(row -> row.path("id"))
        .findFirst();
  }
}
