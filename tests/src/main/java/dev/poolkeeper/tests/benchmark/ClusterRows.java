package dev.poolkeeper.tests.benchmark;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Objects as kubectl prints them. */
final class ClusterRows {

  static final List<String> EMPTY_LISTS =
      List.of(
          "csidrivers",
          "csinodes",
          "csistoragecapacities",
          "volumeattachments",
          "volumesnapshots",
          "volumesnapshotcontents",
          "volumesnapshotclasses",
          "deployments",
          "daemonsets",
          "statefulsets",
          "jobs",
          "cronjobs");

  private static final JsonMapper JSON = new JsonMapper();

  private ClusterRows() {}

  static ObjectNode namespace(int index) {
    return object("v1", "Namespace", "", index == 0 ? "kube-system" : "apps");
  }

  static ObjectNode node(int index) {
    return object("v1", "Node", "", "node-" + index);
  }

  static ObjectNode storageClass() {
    return object("storage.k8s.io/v1", "StorageClass", "", "nfs")
        .put("provisioner", Names.DRIVER)
        .put("reclaimPolicy", "Delete")
        .put("volumeBindingMode", "Immediate");
  }

  static ObjectNode volume(int index) {
    ObjectNode volume = object("v1", "PersistentVolume", "", Names.volume(index));
    ObjectNode spec = volume.putObject("spec");
    spec.putObject("capacity").put("storage", "10Gi");
    spec.put("storageClassName", "nfs").put("persistentVolumeReclaimPolicy", "Delete");
    spec.putObject("claimRef")
        .put("namespace", "apps")
        .put("name", "data-" + index)
        .put("uid", Names.claimUid(index));
    ObjectNode csi = spec.putObject("csi");
    csi.put("driver", Names.DRIVER).put("volumeHandle", Names.volume(index));
    csi.putObject("volumeAttributes")
        .put("node_attach_driver", "nfs")
        .put("provisioner_driver", "freenas-api-nfs")
        .put("server", "192.0.2.10")
        .put("share", "/mnt/" + Names.dataset(index));
    volume.putObject("status").put("phase", "Bound");
    return volume;
  }

  static ObjectNode claim(int index) {
    ObjectNode claim = object("v1", "PersistentVolumeClaim", "apps", "data-" + index);
    ((ObjectNode) claim.path("metadata")).put("uid", Names.claimUid(index));
    ObjectNode spec = claim.putObject("spec");
    spec.put("storageClassName", "nfs").put("volumeName", Names.volume(index));
    spec.putObject("resources").putObject("requests").put("storage", "10Gi");
    claim.putObject("status").put("phase", "Bound");
    return claim;
  }

  /** A pod with what real ones carry beside its volumes: containers, environment, tokens. */
  static ObjectNode pod(int index) {
    ObjectNode pod = object("v1", "Pod", "apps", "app-" + index);
    ObjectNode spec = pod.putObject("spec");
    spec.put("nodeName", "node-" + index % 3);
    var volumes = spec.putArray("volumes");
    volumes
        .addObject()
        .put("name", "data")
        .putObject("persistentVolumeClaim")
        .put("claimName", "data-" + index);
    volumes.addObject().put("name", "token").putObject("projected").put("defaultMode", 420);
    ObjectNode container = spec.putArray("containers").addObject();
    container.put("name", "app").put("image", "registry.example.com/app:1." + index % 10);
    var environment = container.putArray("env");
    for (int variable = 0; variable < 12; variable++) {
      environment.addObject().put("name", "SETTING_" + variable).put("value", "value-" + variable);
    }
    container.putArray("volumeMounts").addObject().put("name", "data").put("mountPath", "/data");
    pod.putObject("status").put("phase", "Running");
    return pod;
  }

  private static ObjectNode object(String apiVersion, String kind, String namespace, String name) {
    ObjectNode object = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
    ObjectNode metadata = object.putObject("metadata");
    metadata
        .put("name", name)
        .put("uid", "uid-" + kind + "-" + name)
        .put("creationTimestamp", "2025-08-01T00:00:00Z");
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    return object;
  }
}
