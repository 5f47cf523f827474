package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.NasVersion;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What parts ask of a TrueNAS: rows of a table, in whatever way the release tells them. */
final class NasQuestions {

  private static final int FIRST_SCALE = 20;

  private static final int SECRETIVE = 26;

  private final NasPort port;

  NasQuestions(NasPort port) {
    this.port = port;
  }

  /** Whether it is of the line that is built on FreeBSD. */
  boolean core() {
    return core(port.version());
  }

  /** Whether snapshots tell neither their clones nor who holds them: from 26 on. */
  boolean secretive() {
    return NasVersion.of(port.version())
        .filter(known -> !known.olderThan(SECRETIVE, 0))
        .isPresent();
  }

  static boolean core(String version) {
    return NasVersion.of(version).filter(known -> known.major() < FIRST_SCALE).isPresent();
  }

  /** The rows of a query that every release has. */
  List<ObjectNode> rows(String method, JsonNode filters, JsonNode options) {
    return rowsIfKnown(method, filters, options)
        .orElseThrow(
            () ->
                new HandFailure(
                    Kind.UNAVAILABLE, method + ": " + port.version() + " has no such method"));
  }

  List<ObjectNode> rows(String method) {
    return rows(method, Trees.noFilter(), Trees.object());
  }

  /** The rows of a query; empty when the release has no such method. */
  Optional<List<ObjectNode>> rowsIfKnown(String method, JsonNode filters, JsonNode options) {
    return port.read(method, List.of(filters, options)).map(answer -> rows(method, answer));
  }

  /** A question that takes no filters; no rows when the release has no such method. */
  Stream<ObjectNode> all(String method, JsonNode... params) {
    return port.read(method, List.of(params)).stream()
        .flatMap(answer -> rows(method, answer).stream());
  }

  /** Whether the release has a method that is asked with this argument. */
  Optional<JsonNode> answer(String method, JsonNode... params) {
    return port.read(method, List.of(params));
  }

  JsonNode change(String method, JsonNode... params) {
    return port.change(method, List.of(params));
  }

  private static List<ObjectNode> rows(String method, JsonNode answer) {
    if (!answer.isArray() || !answer.values().stream().allMatch(JsonNode::isObject)) {
      throw new HandFailure(Kind.UNAVAILABLE, method + ": no list of rows was answered");
    }
    return answer.values().stream().map(ObjectNode.class::cast).toList();
  }
}
