package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.source.SourceContract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decides where a kind is listed: by the first of its API versions that the cluster serves. */
final class Discovery {

  private static final String CORE = "v1";

  /** Kinds that come with an add-on, or with later releases only: a cluster may lack them. */
  private static final Set<ObjectKind> ADD_ONS =
      Set.of(
          ObjectKind.CSI_STORAGE_CAPACITY,
          ObjectKind.VOLUME_SNAPSHOT_CLASS,
          ObjectKind.VOLUME_SNAPSHOT_CONTENT,
          ObjectKind.VOLUME_SNAPSHOT,
          ObjectKind.VIRTUAL_MACHINE,
          ObjectKind.VIRTUAL_MACHINE_INSTANCE,
          ObjectKind.DATA_VOLUME,
          ObjectKind.DATA_SOURCE,
          ObjectKind.REPLICATION_SOURCE,
          ObjectKind.REPLICATION_DESTINATION,
          ObjectKind.VELERO_BACKUP,
          ObjectKind.DATA_UPLOAD,
          ObjectKind.DATA_DOWNLOAD);

  private final ApiServer server;
  private @Nullable Set<String> versions;
  private final Map<String, Set<String>> resources = new HashMap<>();

  Discovery(ApiServer server) {
    this.server = server;
  }

  /** The path of the kind's list; empty when the cluster has no such kind installed. */
  Optional<String> path(KubernetesKind kind) {
    String plural = kind.resource();
    for (String version : kind.versions()) {
      if (version.equals(CORE)) {
        return Optional.of("/api/v1/" + plural);
      }
      if (versions().contains(version) && resources(version).contains(plural)) {
        return Optional.of("/apis/" + version + "/" + plural);
      }
    }
    if (ADD_ONS.contains(kind.kind())) {
      return Optional.empty();
    }
    throw new SourceContract(
        server.where("list " + plural),
        "the API server serves them in none of the versions " + String.join(", ", kind.versions()),
        "poolkeeper needs Kubernetes 1.19 or newer; report it if yours is",
        null);
  }

  private Set<String> versions() {
    if (versions == null) {
      versions =
          named("/apis", "APIGroupList", "ask for the API groups").path("groups").values().stream()
              .flatMap(group -> group.path("versions").values().stream())
              .flatMap(version -> Values.text(version.path("groupVersion")).stream())
              .collect(Collectors.toUnmodifiableSet());
    }
    return versions;
  }

  private Set<String> resources(String version) {
    Set<String> known = resources.get(version);
    if (known == null) {
      known = new HashSet<>();
      JsonNode list =
          named("/apis/" + version, "APIResourceList", "ask for the resources of " + version);
      for (JsonNode resource : list.path("resources").values()) {
        Values.text(resource.path("name")).ifPresent(known::add);
      }
      resources.put(version, known);
    }
    return known;
  }

  private JsonNode named(String path, String kind, String what) {
    Answer answer = server.get(path, what);
    if (answer.code() != 200) {
      throw Refusals.missing(server.where(what), answer);
    }
    JsonNode tree = answer.tree();
    if (Values.text(tree.path("kind")).filter(kind::equals).isEmpty()) {
      throw new SourceContract(
          server.where(what),
          "JSON that is no " + kind + ", so no answer of an API server",
          "check that the server's address is that of an API server",
          null);
    }
    return tree;
  }
}
