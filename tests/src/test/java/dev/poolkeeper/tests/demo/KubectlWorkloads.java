package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.KubectlObjects.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Namespaces, nodes, pods, StatefulSets and attachments of one cluster on one night. */
final class KubectlWorkloads {
  private static final Instant INSTALLED = Instant.parse("2024-02-19T13:00:00Z");

  private final Estate estate;
  private final Cluster cluster;
  private final LocalDate night;

  KubectlWorkloads(Estate estate, Cluster cluster, LocalDate night) {
    this.estate = estate;
    this.cluster = cluster;
    this.night = night;
  }

  List<?> namespaces() {
    TreeSet<String> names = new TreeSet<>(List.of("default", "kube-public", "kube-system"));
    estate.volumesOf(cluster).forEach(volume -> names.add(volume.namespace));
    foreign().forEach(volume -> names.add(volume.namespace()));
    return names.stream()
        .map(
            name ->
                Json.object("apiVersion", "v1")
                    .with("kind", "Namespace")
                    .with("metadata", KubectlObjects.metadata(identity("namespace", name)))
                    .with("spec", Json.object("finalizers", List.of("kubernetes")))
                    .with("status", Json.object("phase", "Active")))
        .toList();
  }

  private Stream<ForeignVolume> foreign() {
    return estate.foreignVolumes().stream().filter(volume -> volume.cluster() == cluster);
  }

  private Identity identity(String kind, String name) {
    return Identity.clusterWide(name, Draw.uid(kind + "/" + cluster + name), INSTALLED);
  }

  List<?> nodes() {
    return cluster.nodes().stream()
        .map(
            name ->
                Json.object("apiVersion", "v1")
                    .with("kind", "Node")
                    .with("metadata", KubectlObjects.metadata(identity("node", name)))
                    .with("spec", Json.object())
                    .with(
                        "status",
                        Json.object(
                                "addresses",
                                List.of(
                                    Json.object("address", cluster.addressOf(name))
                                        .with("type", "InternalIP")))
                            .with(
                                "conditions",
                                List.of(Json.object("status", "True").with("type", "Ready")))))
        .toList();
  }

  List<?> csiNodes() {
    List<String> drivers = new KubectlClasses(cluster).driverNames();
    return cluster.nodes().stream()
        .map(
            node ->
                Json.object("apiVersion", "storage.k8s.io/v1")
                    .with("kind", "CSINode")
                    .with("metadata", KubectlObjects.metadata(identity("csinode", node)))
                    .with("spec", Json.object("drivers", driversOn(node, drivers))))
        .toList();
  }

  private static List<?> driversOn(String node, List<String> drivers) {
    return drivers.stream()
        .map(driver -> Json.object("name", driver).with("nodeID", node).with("topologyKeys", null))
        .toList();
  }

  List<?> pods() {
    List<JsonObject> items = new ArrayList<>();
    foreign()
        .forEach(
            volume -> {
              Identity identity =
                  podIdentity(volume.namespace(), volume.claimName() + "-0", INSTALLED);
              items.add(
                  pod(
                      identity,
                      new Mount(
                          "Job", volume.claimName(), volume.claimName(), cluster.nodes().get(0))));
            });
    mounted()
        .forEach(
            volume ->
                items.add(
                    pod(
                        podIdentity(volume.namespace, volume.owner.pod(), volume.createdAt),
                        new Mount(
                            volume.owner.kind(),
                            volume.owner.name(),
                            volume.claim,
                            volume.node()))));
    return items;
  }

  private Stream<Volume> mounted() {
    return estate.volumesOf(cluster).stream().filter(volume -> volume.isMounted(night));
  }

  private Identity podIdentity(String namespace, String name, Instant createdAt) {
    return new Identity(
        namespace, name, Draw.uid("pod/" + cluster + namespace + name), createdAt.plusSeconds(5));
  }

  private record Mount(String ownerKind, String ownerName, String claim, String node) {}

  private static JsonObject pod(Identity identity, Mount mount) {
    JsonObject owner =
        Json.object("controller", true)
            .with("kind", mount.ownerKind())
            .with("name", mount.ownerName())
            .with("uid", Draw.uid("owner/" + identity.namespace() + mount.ownerName()));
    Map<String, @Nullable Object> further = KubectlObjects.labels(mount.ownerName());
    further.put("ownerReferences", List.of(owner));
    JsonObject volume =
        Json.object("name", "data")
            .with("persistentVolumeClaim", Json.object("claimName", mount.claim()));
    return Json.object("apiVersion", "v1")
        .with("kind", "Pod")
        .with("metadata", KubectlObjects.metadata(identity, further))
        .with(
            "spec",
            Json.object("containers", List.of(Json.object("name", "main")))
                .with("nodeName", mount.node())
                .with("volumes", List.of(volume)))
        .with("status", Json.object("phase", "Running"));
  }

  List<?> statefulSets() {
    Map<String, List<Volume>> byName = new LinkedHashMap<>();
    estate.volumesOf(cluster).stream()
        .filter(volume -> volume.owner.kind().equals("StatefulSet"))
        .forEach(
            volume ->
                byName
                    .computeIfAbsent(
                        volume.namespace + "/" + volume.owner.name(), name -> new ArrayList<>())
                    .add(volume));
    return byName.values().stream().map(this::statefulSet).toList();
  }

  private JsonObject statefulSet(List<Volume> volumes) {
    Volume first = volumes.get(0);
    long replicas = volumes.stream().filter(volume -> volume.isMounted(night)).count();
    String name = first.owner.name();
    Identity identity =
        new Identity(
            first.namespace, name, Draw.uid("owner/" + first.namespace + name), first.createdAt);
    JsonObject template =
        Json.object("metadata", Json.object("name", "data"))
            .with(
                "spec",
                Json.object("accessModes", KubectlObjects.accessModes(first.profile.isNfs()))
                    .with(
                        "resources",
                        Json.object(
                            "requests",
                            Json.object("storage", KubectlObjects.quantity(first.requestedBytes))))
                    .with("storageClassName", first.profile.storageClass()));
    return Json.object("apiVersion", "apps/v1")
        .with("kind", "StatefulSet")
        .with("metadata", KubectlObjects.metadata(identity, KubectlObjects.labels(name)))
        .with(
            "spec",
            Json.object("replicas", replicas)
                .with("serviceName", name)
                .with("template", Json.object("spec", Json.object("containers", List.of())))
                .with("volumeClaimTemplates", List.of(template)))
        .with("status", Json.object("readyReplicas", replicas).with("replicas", replicas));
  }

  /**
   * Attachments of block volumes; their name is a hash over handle, driver and node, as the attach
   * controller makes it.
   */
  List<?> attachments() {
    return mounted().filter(volume -> !volume.profile.isNfs()).map(this::attachment).toList();
  }

  private JsonObject attachment(Volume volume) {
    String driver = volume.profile.driver().label();
    String hash = Draw.hex("attachment/" + volume.handle() + driver + volume.node());
    Identity identity =
        Identity.clusterWide(
            "csi-" + hash, Draw.uid("attachment/" + volume.key()), volume.createdAt.plusSeconds(9));
    return Json.object("apiVersion", "storage.k8s.io/v1")
        .with("kind", "VolumeAttachment")
        .with("metadata", KubectlObjects.metadata(identity))
        .with(
            "spec",
            Json.object("attacher", driver)
                .with("nodeName", volume.node())
                .with("source", Json.object("persistentVolumeName", volume.name())))
        .with("status", Json.object("attached", true));
  }
}
