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
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** NVMe-oF namespaces, from 25.10 on. What is behind one is never removed with it. */
final class Namespaces extends RowPart {

  Namespaces(NasQuestions nas) {
    super(nas, "nvmet.namespace");
  }

  @Override
  SortedMap<String, String> told(JsonNode row) {
    return new TreeMap<>(
        Map.of(
            Expectation.NQN, Trees.value(row.path("subsys"), "subnqn"),
            Expectation.DATASET, Trees.zvol(Trees.value(row, "device_path")).orElse("-")));
  }

  @Override
  boolean same(Step step, JsonNode row) {
    SortedMap<String, String> told = told(row);
    Map<String, String> expected = step.expected();
    if (!expected.containsKey(Expectation.NQN) || !expected.containsKey(Expectation.DATASET)) {
      return Trees.value(row, "id").equals(step.target().name());
    }
    return told.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(expected.get(entry.getKey())));
  }

  @Override
  List<String> made() {
    return List.of("nsid", "device_type", "device_path", "filesize", "enabled");
  }

  /** Hosts see a new device under the old number. */
  @Override
  List<String> derived() {
    return List.of("device_uuid", "device_nguid");
  }

  @Override
  List<JsonNode> options() {
    return List.of(Trees.object().put("remove", false));
  }

  @Override
  void complete(ObjectNode creation, JsonNode remembered, Step step) {
    String nqn = Trees.value(remembered.path("row").path("subsys"), "subnqn");
    JsonNode subsystem =
        nas().rows("nvmet.subsys.query").stream()
            .filter(row -> Trees.value(row, "subnqn").equals(nqn))
            .map(row -> row.path("id"))
            .findFirst()
            .orElseThrow(() -> Refusal.of(step, "its subsystem " + nqn + " is gone"));
    creation.set("subsys_id", subsystem);
    if (!Trees.value(creation, "device_type").equals("FILE")) {
      creation.remove("filesize");
    }
  }

  @Override
  boolean inPlace(Step step, JsonNode row, JsonNode remembered) {
    JsonNode before = remembered.path("row");
    return Trees.value(row.path("subsys"), "subnqn")
            .equals(Trees.value(before.path("subsys"), "subnqn"))
        && Trees.value(row, "nsid").equals(Trees.value(before, "nsid"));
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    Optional<String> subsystem = find(step).map(row -> Trees.value(row.path("subsys"), "id"));
    String hosts =
        nas()
            .all("nvmet.global.sessions")
            .filter(session -> subsystem.equals(Optional.of(Trees.value(session, "subsys_id"))))
            .map(session -> Trees.value(session, "hostnqn"))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return hosts.isEmpty()
        ? Optional.empty()
        : Optional.of(hosts + " is connected to its subsystem");
  }
}
