package dev.poolkeeper.writers.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is remembered of an object, and what of it a new one is made of.
 *
 * <p>Attributes whose names say that they are secrets are left out; who restores a volume of a
 * driver that needs them adds them by hand.
 */
final class Manifest {

  private static final String OBJECT = "object";
  private static final String NOT_THE_SAME = "notTheSame";
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** What the API server and its controllers write. */
  private static final List<String> SERVER_MADE =
      List.of(
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "selfLink",
          "finalizers");

  private Manifest() {}

  /**
   * The object without its secrets and without its field managers.
   *
   * @param secret whether an attribute's name says that it is one
   */
  static ObjectNode remembered(JsonNode object, Predicate<String> secret) {
    ObjectNode copy = (ObjectNode) object.deepCopy();
    TreeSet<String> lost = new TreeSet<>(List.of("metadata.uid", "metadata.creationTimestamp"));
    if (copy.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("managedFields");
      if (metadata.path("annotations") instanceof ObjectNode annotations
          && annotations.has(LAST_APPLIED)) {
        annotations.remove(LAST_APPLIED);
        lost.add("metadata.annotations." + LAST_APPLIED);
      }
    }
    if (copy.path("spec").path("csi").path("volumeAttributes") instanceof ObjectNode attributes) {
      List<String> secrets =
          attributes.properties().stream().map(Map.Entry::getKey).filter(secret).toList();
      attributes.remove(secrets);
      secrets.forEach(name -> lost.add("spec.csi.volumeAttributes." + name));
    }
    ObjectNode remembered = JsonNodeFactory.instance.objectNode();
    remembered.set(OBJECT, copy);
    ArrayNode notTheSame = remembered.putArray(NOT_THE_SAME);
    lost.forEach(notTheSame::add);
    return remembered;
  }

  /** What was remembered, ready to be made again; empty object when it was something else. */
  static ObjectNode again(JsonNode remembered) {
    if (!(remembered.path(OBJECT) instanceof ObjectNode object)) {
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode again = object.deepCopy();
    again.remove("status");
    if (again.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(SERVER_MADE);
    }
    return again;
  }

  static JsonNode status(JsonNode remembered) {
    return remembered.path(OBJECT).path("status");
  }

  static String text(JsonNode node, String... path) {
    JsonNode found = node;
    for (String step : path) {
      found = found.path(step);
    }
    return found.isString() ? found.asString() : "";
  }
}
