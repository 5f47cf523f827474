package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.readers.json.KnownAttributes;
import dev.poolkeeper.readers.json.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Decides where a volume has its data. In-tree NFS and iSCSI get the attribute names that
 * democratic-csi uses, so that one protocol chain serves all.
 */
final class VolumeSources {

  /** The in-tree types of a PersistentVolume; Kubernetes adds none any more. */
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "awsElasticBlockStore",
          "azureDisk",
          "azureFile",
          "cephfs",
          "cinder",
          "fc",
          "flexVolume",
          "flocker",
          "gcePersistentDisk",
          "glusterfs",
          "hostPath",
          "local",
          "photonPersistentDisk",
          "portworxVolume",
          "quobyte",
          "rbd",
          "scaleIO",
          "storageos",
          "vsphereVolume");

  private static final Pattern SMB_SOURCE = Pattern.compile("//([^/]+)/+(.+?)/*");

  private VolumeSources() {}

  /** The source of a PersistentVolume's spec; empty when it has none. */
  static Optional<VolumeSource> ofVolume(JsonNode spec) {
    return inline(spec)
        .or(
            () ->
                OTHER_TYPES.stream()
                    .filter(spec::has)
                    .sorted()
                    .findFirst()
                    .map(type -> other(spec, type)));
  }

  /** The NFS, iSCSI or CSI source that is written straight into a pod's volume. */
  static Optional<VolumeSource> inline(JsonNode volume) {
    if (volume.path("csi").isObject()) {
      return Optional.of(csi(volume.path("csi")));
    }
    if (volume.path("nfs").isObject()) {
      return Optional.of(nfs(volume.path("nfs")));
    }
    return volume.path("iscsi").isObject()
        ? Optional.of(iscsi(volume.path("iscsi")))
        : Optional.empty();
  }

  private static VolumeSource csi(JsonNode csi) {
    return VolumeSource.csi(
        Values.text(csi.path("driver")).orElse(""),
        Values.text(csi.path("volumeHandle")).orElse(""),
        withShare(KnownAttributes.of(csi.path("volumeAttributes"))));
  }

  /** csi-driver-smb writes {@code //server/share/folder} where democratic-csi writes two fields. */
  private static Map<String, String> withShare(Map<String, String> attributes) {
    Matcher source = SMB_SOURCE.matcher(attributes.getOrDefault("source", ""));
    if (!source.matches() || attributes.containsKey("share")) {
      return attributes;
    }
    Map<String, String> both = new LinkedHashMap<>(attributes);
    both.put("node_attach_driver", "smb");
    both.put("server", source.group(1));
    both.put("share", source.group(2));
    return both;
  }

  private static VolumeSource nfs(JsonNode nfs) {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, "server", nfs.path("server"));
    put(attributes, "share", nfs.path("path"));
    return new VolumeSource("nfs", "", "", attributes);
  }

  private static VolumeSource iscsi(JsonNode iscsi) {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, "portal", iscsi.path("targetPortal"));
    put(attributes, "iqn", iscsi.path("iqn"));
    put(attributes, "lun", iscsi.path("lun"));
    String portals =
        iscsi.path("portals").values().stream()
            .flatMap(portal -> Values.text(portal).stream())
            .collect(Collectors.joining(","));
    if (!portals.isEmpty()) {
      attributes.put("portals", portals);
    }
    return new VolumeSource("iscsi", "", "", attributes);
  }

  private static VolumeSource other(JsonNode spec, String type) {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, "path", spec.path(type).path("path"));
    return new VolumeSource(type, "", "", attributes);
  }

  private static void put(Map<String, String> attributes, String name, JsonNode value) {
    Values.text(value).ifPresent(text -> attributes.put(name, text));
  }
}
