package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parts every Kubernetes object has. Revisions are left out: nothing reads them, and they
 * change with every write.
 */
final class KubectlObjects {
  private KubectlObjects() {}

  /** A namespaced object, or a cluster-wide one when the namespace is empty. */
  record Identity(String namespace, String name, String uid, Instant createdAt) {
    static Identity clusterWide(String name, String uid, Instant createdAt) {
      return new Identity("", name, uid, createdAt);
    }
  }

  static Map<String, @Nullable Object> metadata(Identity identity) {
    return metadata(identity, Json.object());
  }

  /** Further entries (annotations, labels, finalizers) are sorted in, as kubectl prints them. */
  static Map<String, @Nullable Object> metadata(
      Identity identity, Map<String, @Nullable Object> further) {
    Map<String, @Nullable Object> metadata = new TreeMap<>(further);
    metadata.put("creationTimestamp", identity.createdAt().toString());
    metadata.put("name", identity.name());
    if (!identity.namespace().isEmpty()) {
      metadata.put("namespace", identity.namespace());
    }
    metadata.put("uid", identity.uid());
    return metadata;
  }

  static JsonObject labels(String application) {
    return Json.object("labels", Json.object("app.kubernetes.io/name", application));
  }

  static String quantity(long bytes) {
    return bytes / Volume.GIB + "Gi";
  }

  static List<String> accessModes(boolean shared) {
    return List.of(shared ? "ReadWriteMany" : "ReadWriteOnce");
  }
}
