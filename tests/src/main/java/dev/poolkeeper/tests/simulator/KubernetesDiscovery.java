package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /version}, {@code /api}, {@code /apis} and what is below them without objects. */
final class KubernetesDiscovery {

  private final ClusterState state;

  KubernetesDiscovery(ClusterState state) {
    this.state = state;
  }

  KubernetesStatus answer(KubernetesPath path) {
    return switch (path.path()) {
      case "/version" -> version();
      case "/healthz", "/readyz", "/livez" -> new KubernetesStatus(200, Chunks.of("ok"));
      case "/api" -> {
        ObjectNode versions = Trees.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        yield KubernetesStatus.ok(versions);
      }
      case "/apis" -> groups();
      case "/api/v1" -> resources("v1");
      default ->
          path.path().startsWith("/apis/") && served(path.path().substring("/apis/".length()))
              ? resources(path.path().substring("/apis/".length()))
              : KubernetesStatus.of(404, "");
    };
  }

  private static KubernetesStatus version() {
    return KubernetesStatus.ok(
        Trees.object()
            .put("major", "1")
            .put("minor", "33")
            .put("gitVersion", "v1.33.4")
            .put("gitCommit", "0000000000000000000000000000000000000000")
            .put("gitTreeState", "clean")
            .put("buildDate", "2025-08-13T00:00:00Z")
            .put("goVersion", "go1.24.5")
            .put("compiler", "gc")
            .put("platform", "linux/amd64"));
  }

  private boolean served(String groupVersion) {
    return installed(groupVersion).findAny().isPresent();
  }

  private Stream<KubernetesKinds.Resource> installed(String groupVersion) {
    return KubernetesKinds.ALL.stream()
        .filter(one -> one.groupVersion().equals(groupVersion) && isThere(one));
  }

  private boolean isThere(KubernetesKinds.Resource resource) {
    return resource.builtIn() || state.has(resource.plural());
  }

  private List<String> groupNames() {
    return KubernetesKinds.ALL.stream()
        .filter(this::isThere)
        .map(KubernetesKinds.Resource::group)
        .filter(group -> !group.isEmpty())
        .distinct()
        .toList();
  }

  private List<String> versions(String group) {
    return KubernetesKinds.ALL.stream()
        .filter(one -> one.group().equals(group) && isThere(one))
        .map(KubernetesKinds.Resource::version)
        .distinct()
        .toList();
  }

  private KubernetesStatus groups() {
    ObjectNode list = Trees.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    ArrayNode groups = list.putArray("groups");
    for (String name : groupNames()) {
      ObjectNode group = groups.addObject().put("name", name);
      ArrayNode versions = group.putArray("versions");
      for (String version : versions(name)) {
        versions.addObject().put("groupVersion", name + "/" + version).put("version", version);
      }
      group.set("preferredVersion", versions.path(0));
    }
    return KubernetesStatus.ok(list);
  }

  private KubernetesStatus resources(String groupVersion) {
    ObjectNode list = Trees.object().put("kind", "APIResourceList").put("apiVersion", "v1");
    list.put("groupVersion", groupVersion);
    ArrayNode resources = list.putArray("resources");
    installed(groupVersion)
        .forEach(
            one -> {
              ObjectNode resource = resources.addObject().put("name", one.plural());
              resource.put("singularName", one.kind().toLowerCase(java.util.Locale.ROOT));
              resource.put("namespaced", one.namespaced()).put("kind", one.kind());
              resource.set("verbs", Trees.texts(List.of("get", "list", "watch")));
            });
    return KubernetesStatus.ok(list);
  }
}
