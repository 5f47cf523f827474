package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.KubectlObjects.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Persistent volumes and claims of one cluster on one night. */
final class KubectlVolumes {
  private static final Instant FOREIGN_SINCE = Instant.parse("2024-02-20T10:00:00Z");

  private final Estate estate;
  private final Cluster cluster;
  private final LocalDate night;

  KubectlVolumes(Estate estate, Cluster cluster, LocalDate night) {
    this.estate = estate;
    this.cluster = cluster;
    this.night = night;
  }

  /**
   * On the night edge-b's list was cut short, only volumes that nothing of TrueNAS is behind came
   * back.
   */
  List<?> volumes() {
    List<JsonObject> items = new ArrayList<>();
    foreign().forEach(foreign -> items.add(volume(foreign)));
    if (cluster == Cluster.EDGE_B && night.equals(Nights.VOLUMES_CUT_SHORT)) {
      return items;
    }
    estate.volumesOf(cluster).stream()
        .filter(volume -> volume.volumeObject.on(night))
        .forEach(volume -> items.add(volume(volume)));
    return items;
  }

  private List<ForeignVolume> foreign() {
    return estate.foreignVolumes().stream().filter(volume -> volume.cluster() == cluster).toList();
  }

  private JsonObject volume(Volume volume) {
    Map<String, @Nullable Object> annotations = new TreeMap<>();
    annotations.put("pv.kubernetes.io/provisioned-by", volume.profile.driver().label());
    if (volume.optedOutOnCluster) {
      annotations.put("poolkeeper.dev/keep", "true");
    }
    Identity identity =
        Identity.clusterWide(volume.name(), Draw.uid("pv/" + volume.key()), volume.createdAt);
    Map<String, @Nullable Object> spec = new TreeMap<>();
    spec.put("accessModes", KubectlObjects.accessModes(volume.profile.isNfs()));
    spec.put(
        "capacity", Json.object("storage", KubectlObjects.quantity(volume.capacityBytes(night))));
    spec.put("claimRef", claimRef(volume.namespace, volume.claim, volume.claimUid));
    spec.put("csi", csi(volume));
    spec.put("persistentVolumeReclaimPolicy", volume.reclaimPolicy);
    spec.put("storageClassName", volume.profile.storageClass());
    spec.put("volumeMode", "Filesystem");
    return Json.object("apiVersion", "v1")
        .with("kind", "PersistentVolume")
        .with(
            "metadata",
            KubectlObjects.metadata(
                identity,
                Json.object("annotations", annotations)
                    .with("finalizers", List.of("kubernetes.io/pv-protection"))))
        .with("spec", spec)
        .with("status", status(volume.phase(night)));
  }

  private static JsonObject status(String phase) {
    return phase.equals("Failed")
        ? Json.object("message", "rpc error: code = FailedPrecondition desc = dataset is busy")
            .with("phase", phase)
            .with("reason", "VolumeFailedDelete")
        : Json.object("phase", phase);
  }

  private static JsonObject claimRef(String namespace, String name, String uid) {
    return Json.object("apiVersion", "v1")
        .with("kind", "PersistentVolumeClaim")
        .with("name", name)
        .with("namespace", namespace)
        .with("uid", uid);
  }

  private static JsonObject csi(Volume volume) {
    return Json.object("driver", volume.profile.driver().label())
        .with("fsType", volume.profile.isNfs() ? "nfs" : "ext4")
        .with("volumeAttributes", attributes(volume))
        .with("volumeHandle", volume.handle());
  }

  private static Map<String, @Nullable Object> attributes(Volume volume) {
    Map<String, @Nullable Object> attributes =
        new TreeMap<>(
            volume.profile.driver().isDemocratic()
                ? democraticAttributes(volume)
                : truenasCsiAttributes(volume));
    attributes.put(
        "storage.kubernetes.io/csiProvisionerIdentity",
        "1708700400000-4711-" + volume.profile.driver().label());
    return attributes;
  }

  private static JsonObject democraticAttributes(Volume volume) {
    String provisioner = volume.profile.driver().provisioner();
    return volume.profile.isNfs()
        ? Json.object("node_attach_driver", "nfs")
            .with("provisioner_driver", provisioner)
            .with("server", volume.nas().address())
            .with("share", volume.mountpoint())
        : Json.object("interface", "")
            .with("iqn", volume.iqn())
            .with("lun", "0")
            .with("node_attach_driver", "iscsi")
            .with("portal", volume.nas().portal())
            .with("portals", "")
            .with("provisioner_driver", provisioner);
  }

  /** truenas-csi copies all parameters of the storage class in front of its own attributes. */
  private static Map<String, @Nullable Object> truenasCsiAttributes(Volume volume) {
    Map<String, @Nullable Object> attributes =
        new TreeMap<>(KubectlClasses.parameters(volume.profile));
    if (volume.profile.isNfs()) {
      attributes.put("nfsServer", volume.nas().address());
      attributes.put("nfsPath", volume.mountpoint());
    } else {
      attributes.put("targetPortal", volume.nas().portal());
      attributes.put("targetIQN", volume.iqn());
      attributes.put("lun", "0");
    }
    return attributes;
  }

  private static JsonObject volume(ForeignVolume volume) {
    Map<String, @Nullable Object> spec = new TreeMap<>(volume.source());
    spec.put("accessModes", KubectlObjects.accessModes(false));
    spec.put("capacity", Json.object("storage", "20Gi"));
    spec.put("claimRef", claimRef(volume.namespace(), volume.claimName(), volume.claimUid()));
    spec.put("persistentVolumeReclaimPolicy", "Retain");
    spec.put("storageClassName", volume.storageClass());
    spec.put("volumeMode", "Filesystem");
    Identity identity =
        Identity.clusterWide(volume.name(), Draw.uid("pv/" + volume.subject()), FOREIGN_SINCE);
    return Json.object("apiVersion", "v1")
        .with("kind", "PersistentVolume")
        .with("metadata", KubectlObjects.metadata(identity))
        .with("spec", spec)
        .with("status", status("Bound"));
  }

  List<?> claims() {
    List<JsonObject> items = new ArrayList<>();
    for (ForeignVolume volume : foreign()) {
      Identity identity =
          new Identity(volume.namespace(), volume.claimName(), volume.claimUid(), FOREIGN_SINCE);
      items.add(
          claim(identity, boundSpec(false, "20Gi", volume.storageClass(), volume.name()), "Bound"));
    }
    for (Volume volume : estate.volumesOf(cluster)) {
      if (volume.claimObject.on(night)) {
        items.add(claim(volume));
      }
    }
    for (PendingClaim claim : estate.pendingClaims()) {
      boolean present = Presence.since(claim.createdAt()).on(night);
      if (claim.cluster() == cluster && present) {
        items.add(claim(claim));
      }
    }
    return items;
  }

  private JsonObject claim(Volume volume) {
    String size = KubectlObjects.quantity(volume.capacityBytes(night));
    Identity identity =
        new Identity(
            volume.namespace, volume.claim, volume.claimUid, volume.createdAt.minusSeconds(3));
    JsonObject spec =
        boundSpec(volume.profile.isNfs(), size, volume.profile.storageClass(), volume.name());
    return claim(identity, spec, volume.volumeObject.on(night) ? "Bound" : "Lost", volume.rpo);
  }

  private static JsonObject claim(PendingClaim claim) {
    Identity identity =
        new Identity(
            claim.namespace(), claim.claim(), Draw.uid(claim.subject()), claim.createdAt());
    Map<String, @Nullable Object> spec = boundSpec(false, "20Gi", claim.storageClass(), "");
    spec.remove("volumeName");
    return claim(identity, spec, "Pending");
  }

  private static JsonObject boundSpec(
      boolean shared, String size, String storageClass, String volumeName) {
    return Json.object("accessModes", KubectlObjects.accessModes(shared))
        .with("resources", Json.object("requests", Json.object("storage", size)))
        .with("storageClassName", storageClass)
        .with("volumeMode", "Filesystem")
        .with("volumeName", volumeName);
  }

  private static JsonObject claim(
      Identity identity, Map<String, @Nullable Object> spec, String phase) {
    return claim(identity, spec, phase, "");
  }

  private static JsonObject claim(
      Identity identity, Map<String, @Nullable Object> spec, String phase, String rpo) {
    Map<String, @Nullable Object> status = new TreeMap<>();
    status.put("phase", phase);
    JsonObject further = Json.object("finalizers", List.of("kubernetes.io/pvc-protection"));
    if (!phase.equals("Pending")) {
      status.put("accessModes", spec.get("accessModes"));
      status.put(
          "capacity", ((Map<?, ?>) spec.getOrDefault("resources", Map.of())).get("requests"));
      JsonObject annotations = Json.object();
      if (!rpo.isEmpty()) {
        annotations.put("poolkeeper.dev/rpo", rpo);
      }
      further.put("annotations", annotations.with("pv.kubernetes.io/bind-completed", "yes"));
    }
    return Json.object("apiVersion", "v1")
        .with("kind", "PersistentVolumeClaim")
        .with("metadata", KubectlObjects.metadata(identity, further))
        .with("spec", spec)
        .with("status", status);
  }
}
