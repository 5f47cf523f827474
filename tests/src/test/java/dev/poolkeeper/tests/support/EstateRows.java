package dev.poolkeeper.tests.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Single rows as kubectl and midclt print them, written by hand from the contract. */
final class EstateRows {

  static final String CLUSTER_UID = "9d1e7c6a-0001-4000-8000-000000000001";
  static final String DRIVER = "org.democratic-csi.nfs";
  private static final String CREATED = "2025-11-03T09:00:00Z";
  static final Instant LONG_AGO = Instant.parse(CREATED);
  private static final long CREATED_SECONDS = LONG_AGO.getEpochSecond();

  private EstateRows() {}

  static Map<String, @Nullable Object> object(
      String apiVersion, String kind, String namespace, String name, Map<String, ?> further) {
    Map<String, @Nullable Object> metadata = new TreeMap<>();
    metadata.put("name", name);
    metadata.put("uid", uid(kind, namespace, name));
    metadata.put("creationTimestamp", CREATED);
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    Map<String, @Nullable Object> object = new TreeMap<>(further);
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    object.put("metadata", metadata);
    return object;
  }

  private static String uid(String kind, String namespace, String name) {
    return name.equals("kube-system") ? CLUSTER_UID : kind + "-" + namespace + "-" + name;
  }

  static Map<String, @Nullable Object> volume(String name, String phase, String policy) {
    return object(
        "v1",
        "PersistentVolume",
        "",
        name,
        Map.of(
            "spec",
            Map.of(
                "capacity",
                Map.of("storage", "10Gi"),
                "claimRef",
                Map.of("namespace", "media", "name", "data-" + name),
                "csi",
                Map.of(
                    "driver",
                    DRIVER,
                    "volumeHandle",
                    name,
                    "volumeAttributes",
                    Map.of(
                        "node_attach_driver",
                        "nfs",
                        "provisioner_driver",
                        "freenas-nfs",
                        "server",
                        "192.0.2.10",
                        "share",
                        "/mnt/tank/k8s/vols/" + name)),
                "persistentVolumeReclaimPolicy",
                policy,
                "storageClassName",
                "nfs"),
            "status",
            Map.of("phase", phase)));
  }

  static Map<String, @Nullable Object> claim(String volume) {
    return object(
        "v1",
        "PersistentVolumeClaim",
        "media",
        "data-" + volume,
        Map.of(
            "spec",
            Map.of(
                "resources",
                Map.of("requests", Map.of("storage", "10Gi")),
                "storageClassName",
                "nfs",
                "volumeName",
                volume),
            "status",
            Map.of("phase", "Bound")));
  }

  /** The pod that uses the claim of a volume. */
  static Map<String, @Nullable Object> pod(String volume) {
    return object(
        "v1",
        "Pod",
        "media",
        "app-" + volume,
        Map.of(
            "spec",
            Map.of(
                "volumes",
                List.of(
                    Map.of(
                        "name",
                        "data",
                        "persistentVolumeClaim",
                        Map.of("claimName", "data-" + volume)))),
            "status",
            Map.of("phase", "Running")));
  }

  static Map<String, @Nullable Object> dataset(String id, long usedBytes, boolean ofDriver) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    String leaf = id.substring(id.lastIndexOf('/') + 1);
    row.put("id", id);
    row.put("name", id);
    row.put("pool", "tank");
    row.put("type", "FILESYSTEM");
    row.put("mountpoint", "/mnt/" + id);
    row.put("encrypted", false);
    row.put("locked", false);
    row.put("children", List.of());
    row.put("origin", property("", ""));
    row.put("used", bytes(usedBytes));
    row.put("usedbydataset", bytes(usedBytes));
    row.put("usedbysnapshots", bytes(0));
    row.put("usedbychildren", bytes(0));
    row.put("usedbyrefreservation", bytes(0));
    row.put("available", bytes(1L << 40));
    row.put("refquota", bytes(10L << 30));
    row.put(
        "creation",
        property(Map.of("$date", CREATED_SECONDS * 1000), Long.toString(CREATED_SECONDS)));
    row.put(
        "user_properties",
        ofDriver
            ? Map.of(
                "democratic-csi:csi_volume_name", local(leaf),
                "democratic-csi:provision_success", local("true"))
            : Map.of());
    return row;
  }

  static Map<String, @Nullable Object> share(int id, String volume) {
    return new TreeMap<>(
        Map.of(
            "id",
            id,
            "path",
            "/mnt/tank/k8s/vols/" + volume,
            "comment",
            "democratic-csi (" + DRIVER + "): tank/k8s/vols/" + volume,
            "enabled",
            true));
  }

  static Map<String, @Nullable Object> zfsSnapshot(String volume, String name, Instant takenAt) {
    long seconds = takenAt.getEpochSecond();
    String id = "tank/k8s/vols/" + volume + "@" + name;
    return new TreeMap<>(
        Map.of(
            "id",
            id,
            "name",
            id,
            "pool",
            "tank",
            "dataset",
            "tank/k8s/vols/" + volume,
            "snapshot_name",
            name,
            "properties",
            Map.of(
                "creation",
                property(Map.of("$date", seconds * 1000), Long.toString(seconds)),
                "used",
                bytes(4096),
                "referenced",
                bytes(1 << 20),
                "democratic-csi:csi_snapshot_name",
                local(name))));
  }

  static Map<String, @Nullable Object> content(String volume, String name) {
    return object(
        "snapshot.storage.k8s.io/v1",
        "VolumeSnapshotContent",
        "",
        "content-" + name,
        Map.of(
            "spec",
            Map.of(
                "deletionPolicy",
                "Delete",
                "driver",
                DRIVER,
                "source",
                Map.of("volumeHandle", volume),
                "volumeSnapshotRef",
                Map.of(
                    "namespace",
                    "media",
                    "name",
                    name,
                    "uid",
                    uid("VolumeSnapshot", "media", name))),
            "status",
            Map.of("readyToUse", true, "snapshotHandle", volume + "@" + name)));
  }

  static Map<String, @Nullable Object> property(@Nullable Object parsed, String raw) {
    Map<String, @Nullable Object> property = new TreeMap<>();
    property.put("parsed", parsed);
    property.put("rawvalue", raw);
    property.put("value", raw);
    property.put("source", "NONE");
    return property;
  }

  private static Map<String, @Nullable Object> bytes(long bytes) {
    return property(bytes, Long.toString(bytes));
  }

  private static Map<String, @Nullable Object> local(String value) {
    Map<String, @Nullable Object> property = property(value, value);
    property.put("source", "LOCAL");
    return property;
  }
}
