package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Deletions and creations, and what the controllers of volumes and snapshots make of them at once:
 * protection is lifted from what nobody uses, released volumes that delete are deleted, snapshots
 * get what they name, or a new one.
 */
final class KubernetesChanges {

  /** What is set and taken away by controllers that are always there. */
  private static final Set<String> PROTECTION =
      Set.of(
          "kubernetes.io/pv-protection",
          "snapshot.storage.kubernetes.io/volumesnapshotcontent-bound-protection",
          "snapshot.storage.kubernetes.io/volumesnapshot-bound-protection");

  private final ClusterState state;

  KubernetesChanges(ClusterState state) {
    this.state = state;
  }

  KubernetesStatus delete(KubernetesPath path, String body) {
    Optional<ObjectNode> found = find(path.plural(), path.namespace(), path.name());
    if (found.isEmpty()) {
      return KubernetesStatus.notFound(path.plural(), path.name());
    }
    ObjectNode object = found.get();
    JsonNode wanted = (body.isBlank() ? Trees.object() : Trees.parse(body)).path("preconditions");
    for (String field : new String[] {"uid", "resourceVersion"}) {
      String actual = Trees.text(object.path("metadata"), field);
      if (wanted.hasNonNull(field) && !Trees.text(wanted, field).equals(actual)) {
        return KubernetesStatus.conflict(
            "Operation cannot be fulfilled on %s \"%s\": the %s in the precondition (%s) does not match the %s in record (%s). The object might have been deleted and then recreated"
                .formatted(
                    path.plural(), path.name(), field, Trees.text(wanted, field), field, actual));
      }
    }
    List<String> finalizers = new ArrayList<>();
    object.path("metadata").path("finalizers").forEach(one -> finalizers.add(one.asString()));
    finalizers.removeAll(PROTECTION);
    if (finalizers.isEmpty()) {
      state.remove(path.plural(), path.namespace(), path.name());
    } else {
      ObjectNode metadata = (ObjectNode) object.path("metadata");
      metadata.put("deletionTimestamp", "2026-02-12T03:00:00Z");
      metadata.set("finalizers", Trees.texts(finalizers));
      state.put(path.plural(), object);
    }
    return KubernetesStatus.ok(Trees.object().put("kind", "Status").put("status", "Success"));
  }

  KubernetesStatus create(KubernetesKinds.Resource resource, String namespace, String body) {
    ObjectNode object = (ObjectNode) Trees.parse(body);
    String name = Trees.text(object.path("metadata"), "name");
    if (!Trees.text(object, "kind").equals(resource.kind())
        || !Trees.text(object, "apiVersion").equals(resource.groupVersion())) {
      return KubernetesStatus.badRequest("the object is no " + resource.kind());
    }
    ObjectNode metadata = (ObjectNode) object.path("metadata");
    if (metadata.has("resourceVersion")) {
      return KubernetesStatus.badRequest(
          "resourceVersion should not be set on objects to be created");
    }
    if (find(resource.plural(), namespace, name).isPresent()) {
      return KubernetesStatus.alreadyExists(resource.plural(), name);
    }
    metadata.put("uid", UUID.randomUUID().toString());
    metadata.put("creationTimestamp", "2026-02-12T03:00:00Z");
    object.remove("status");
    switch (resource.plural()) {
      case "persistentvolumes" -> volume(object);
      case "volumesnapshotcontents" -> content(object);
      case "volumesnapshots" -> snapshot(object);
      default -> {
        return KubernetesStatus.of(405, resource.plural());
      }
    }
    return new KubernetesStatus(201, Chunks.of(object.toString()));
  }

  private void volume(ObjectNode object) {
    JsonNode claim = object.path("spec").path("claimRef");
    String uid = Trees.text(claim, "uid");
    boolean there =
        find("persistentvolumeclaims", Trees.text(claim, "namespace"), Trees.text(claim, "name"))
            .filter(found -> Trees.text(found.path("metadata"), "uid").equals(uid))
            .isPresent();
    String phase = uid.isEmpty() ? "Available" : there ? "Bound" : "Released";
    object.putObject("status").put("phase", phase);
    boolean deletes =
        Trees.text(object.path("spec"), "persistentVolumeReclaimPolicy").equals("Delete");
    if (!(deletes && phase.equals("Released"))) {
      state.put("persistentvolumes", object);
    }
  }

  private void content(ObjectNode object) {
    String handle = Trees.text(object.path("spec").path("source"), "snapshotHandle");
    object
        .putObject("status")
        .put("snapshotHandle", handle.isEmpty() ? "a-new-snapshot-was-taken" : handle)
        .put("readyToUse", true);
    state.put("volumesnapshotcontents", object);
  }

  private void snapshot(ObjectNode object) {
    String content = Trees.text(object.path("spec").path("source"), "volumeSnapshotContentName");
    object
        .putObject("status")
        .put(
            "boundVolumeSnapshotContentName",
            content.isEmpty() ? "a-new-snapshot-was-taken" : content)
        .put("readyToUse", true);
    state.put("volumesnapshots", object);
  }

  private Optional<ObjectNode> find(String plural, String namespace, String name) {
    return state
        .get(plural, namespace, name)
        .map(bytes -> (ObjectNode) Trees.MAPPER.readTree(bytes));
  }
}
