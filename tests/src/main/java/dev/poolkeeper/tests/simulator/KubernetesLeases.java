package dev.poolkeeper.tests.simulator;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Leases: made once, and replaced only in the version that was read. */
final class KubernetesLeases {

  static final String PLURAL = "leases";

  private final ClusterState state;

  KubernetesLeases(ClusterState state) {
    this.state = state;
  }

  synchronized KubernetesStatus change(String verb, KubernetesPath path, String body) {
    ObjectNode object = (ObjectNode) Trees.parse(body);
    if (object.path("spec").path("leaseDurationSeconds").asInt(0) <= 0) {
      return KubernetesStatus.badRequest("spec.leaseDurationSeconds: must be greater than 0");
    }
    return switch (verb) {
      case "POST" -> create(path, object);
      case "PUT" -> replace(path, object);
      default -> KubernetesStatus.of(405, PLURAL);
    };
  }

  private KubernetesStatus create(KubernetesPath path, ObjectNode object) {
    String name = Trees.text(object.path("metadata"), "name");
    if (!Trees.text(object.path("metadata"), "namespace").equals(path.namespace())) {
      return KubernetesStatus.badRequest("the namespace of the object is another");
    }
    if (state.get(PLURAL, path.namespace(), name).isPresent()) {
      return KubernetesStatus.alreadyExists(PLURAL, name);
    }
    return stored(path.namespace(), name, object, 201);
  }

  private KubernetesStatus replace(KubernetesPath path, ObjectNode object) {
    Optional<byte[]> found = state.get(PLURAL, path.namespace(), path.name());
    if (found.isEmpty()) {
      return KubernetesStatus.notFound(PLURAL, path.name());
    }
    String version =
        Trees.text(Trees.MAPPER.readTree(found.get()).path("metadata"), "resourceVersion");
    String read = Trees.text(object.path("metadata"), "resourceVersion");
    if (!read.equals(version)) {
      return KubernetesStatus.conflict(
          "Operation cannot be fulfilled on leases.coordination.k8s.io \"%s\": the object has been modified; please apply your changes to the latest version and try again"
              .formatted(path.name()));
    }
    return stored(path.namespace(), path.name(), object, 200);
  }

  private KubernetesStatus stored(String namespace, String name, ObjectNode object, int code) {
    state.put(PLURAL, object);
    ObjectNode whole =
        Trees.object().put("kind", "Lease").put("apiVersion", "coordination.k8s.io/v1");
    whole.setAll(
        (ObjectNode) Trees.MAPPER.readTree(state.get(PLURAL, namespace, name).orElseThrow()));
    return new KubernetesStatus(code, Chunks.of(whole.toString()));
  }
}
