package dev.poolkeeper.tests.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the recording of cluster prod-a and of nas1, as kubectl and midclt print them: datasets in
 * 25.04's shape, snapshots as a flat list. Lists that stay empty are written all the same.
 */
final class EstateOnDisk {

  private static final List<String> PLURALS =
      List.of(
          "persistentvolumes",
          "persistentvolumeclaims",
          "storageclasses",
          "volumesnapshots",
          "volumesnapshotcontents",
          "namespaces");
  private static final List<String> METHODS =
      List.of(
          "pool.query",
          "pool.dataset.query",
          "zfs.snapshot.query",
          "sharing.nfs.query",
          "sharing.smb.query",
          "replication.query",
          "iscsi.target.query",
          "iscsi.extent.query",
          "iscsi.targetextent.query");

  private final Map<String, List<String>> lists = new TreeMap<>();
  private String nas = "nas1";

  EstateOnDisk() {
    item(
        "namespaces",
        """
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "kube-system",
         "uid": "5a3f0f0e-9c1b-4a53-8a55-0d5d5f1f2a11", "creationTimestamp": "2024-01-01T00:00:00Z"}}""");
  }

  private EstateOnDisk item(String plural, String json) {
    lists.computeIfAbsent("clusters/prod-a/" + plural, k -> new ArrayList<>()).add(json);
    return this;
  }

  EstateOnDisk row(String method, String json) {
    lists.computeIfAbsent("nas/" + nas + "/" + method, k -> new ArrayList<>()).add(json);
    return this;
  }

  /** Makes what follows belong to another NAS. */
  EstateOnDisk on(String name) {
    nas = name;
    return this;
  }

  EstateOnDisk pool(String name) {
    row(
        "pool.query",
        """
        {"id": 1, "name": "%s", "guid": "%d", "path": "/mnt/%1$s", "status": "ONLINE",
         "healthy": true, "size": 7937099563008, "allocated": 3101442048000, "free": 4835657515008,
         "fragmentation": "12"}"""
            .formatted(name, Integer.toUnsignedLong((nas + "/" + name).hashCode())));
    return filesystem(name, "");
  }

  EstateOnDisk nfsVolume(String name, String driver) {
    String attributes =
        """
        {"node_attach_driver": "nfs", "provisioner_driver": "freenas-nfs", "server": "10.0.0.5",
         "share": "/mnt/tank/k8s/vols/%s"}"""
            .formatted(name);
    return volume(name, driver, attributes, "2024-05-01T10:00:00Z");
  }

  EstateOnDisk iscsiVolume(String name) {
    String attributes =
        """
        {"node_attach_driver": "iscsi", "provisioner_driver": "freenas-iscsi", "portal": "10.0.0.5:3260",
         "portals": "", "interface": "", "iqn": "iqn.2005-10.org.freenas.ctl:csi-%s", "lun": "0"}"""
            .formatted(name);
    return volume(name, "org.democratic-csi.iscsi", attributes, "2024-05-01T10:00:00Z");
  }

  EstateOnDisk volume(String name, String driver, String attributes, String created) {
    String claim = "claim-of-" + name;
    item(
        "persistentvolumes",
        """
        {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "%1$s", "uid": "uid-%1$s",
         "creationTimestamp": "%4$s", "annotations": {"pv.kubernetes.io/provisioned-by": "%2$s"}},
         "spec": {"accessModes": ["ReadWriteOnce"], "capacity": {"storage": "5Gi"},
          "claimRef": {"kind": "PersistentVolumeClaim", "namespace": "media", "name": "%5$s", "uid": "c-%1$s"},
          "csi": {"driver": "%2$s", "volumeHandle": "%1$s", "volumeAttributes": %3$s},
          "persistentVolumeReclaimPolicy": "Delete", "storageClassName": "standard"},
         "status": {"phase": "Bound"}}"""
            .formatted(name, driver, attributes, created, claim));
    return claim("media", claim, "c-" + name, "5Gi", "Bound", name);
  }

  EstateOnDisk claim(
      String namespace, String name, String uid, String size, String phase, String volume) {
    return item(
        "persistentvolumeclaims",
        """
        {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "%2$s",
         "namespace": "%1$s", "uid": "%3$s", "creationTimestamp": "2024-05-01T09:59:58Z"},
         "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "%4$s"}},
          "storageClassName": "standard", "volumeName": "%6$s"}, "status": {"phase": "%5$s"}}"""
            .formatted(namespace, name, uid, size, phase, volume));
  }

  EstateOnDisk immediateClass() {
    return item(
        "storageclasses",
        """
        {"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "standard",
         "uid": "sc-1", "creationTimestamp": "2024-01-01T00:00:00Z"}, "provisioner":
         "org.democratic-csi.nfs", "reclaimPolicy": "Delete", "volumeBindingMode": "Immediate"}""");
  }

  /** A VolumeSnapshot and its content; the driver names the backend by the snapshot's uid. */
  EstateOnDisk volumeSnapshot(String name, String uid, String handle) {
    item(
        "volumesnapshots",
        """
        {"apiVersion": "snapshot.storage.k8s.io/v1", "kind": "VolumeSnapshot", "metadata":
         {"name": "%1$s", "namespace": "media", "uid": "%2$s", "creationTimestamp": "2025-08-01T03:00:00Z"},
         "spec": {"source": {"persistentVolumeClaimName": "claim"}, "volumeSnapshotClassName": "zfs"},
         "status": {"boundVolumeSnapshotContentName": "snapcontent-%2$s", "readyToUse": true}}"""
            .formatted(name, uid));
    return content(name, uid, handle);
  }

  EstateOnDisk content(String snapshot, String uid, String handle) {
    return item(
        "volumesnapshotcontents",
        """
        {"apiVersion": "snapshot.storage.k8s.io/v1", "kind": "VolumeSnapshotContent", "metadata":
         {"name": "snapcontent-%2$s", "uid": "vsc-%2$s", "creationTimestamp": "2025-08-01T03:00:01Z"},
         "spec": {"deletionPolicy": "Retain", "driver": "org.democratic-csi.nfs", "source":
          {"volumeHandle": "%4$s"}, "volumeSnapshotRef": {"namespace": "media", "name": "%1$s",
          "uid": "%2$s"}},
         "status": {"readyToUse": true, "restoreSize": 5368709120, "snapshotHandle": "%3$s"}}"""
            .formatted(snapshot, uid, handle, handle.split("[@/]", 2)[0]));
  }

  /** A file system that a driver made; an empty volume name leaves it unmarked. */
  EstateOnDisk filesystem(String id, String volumeName) {
    return dataset(id, "FILESYSTEM", "\"/mnt/" + id + "\"", marks(volumeName));
  }

  EstateOnDisk zvol(String id, String volumeName) {
    return dataset(id, "VOLUME", "null", marks(volumeName));
  }

  private static String marks(String volumeName) {
    return volumeName.isEmpty()
        ? "{}"
        : "{"
            + userProperty("managed_resource", "true")
            + ", "
            + userProperty("csi_volume_name", volumeName)
            + ", "
            + userProperty("provision_success", "true")
            + "}";
  }

  private static String userProperty(String key, String value) {
    return "\"democratic-csi:%s\": {\"value\": \"%s\", \"rawvalue\": \"%2$s\", \"parsed\": \"%2$s\", \"source\": \"LOCAL\"}"
        .formatted(key, value);
  }

  EstateOnDisk dataset(String id, String type, String mountpoint, String userProperties) {
    return row(
        "pool.dataset.query",
        """
        {"id": "%1$s", "name": "%1$s", "pool": "%2$s", "type": "%3$s", "mountpoint": %4$s,
         "encrypted": false, "key_loaded": false, "locked": false, "children": [],
         "used": {"parsed": 1288490188, "rawvalue": "1288490188", "value": "1.2 GiB", "source": "NONE"},
         "creation": {"parsed": {"$date": 1714557600000}, "rawvalue": "1714557600", "value": "x",
          "source": "NONE"},
         "readonly": {"parsed": false, "rawvalue": "off", "value": "OFF", "source": "DEFAULT"},
         "user_properties": %5$s}"""
            .formatted(id, id.split("/", 2)[0], type, mountpoint, userProperties));
  }

  /** A snapshot as zfs.snapshot.query answers: creation and space sit in its properties. */
  EstateOnDisk snapshot(String id, String csiName, String sourceVolume) {
    String own =
        csiName.isEmpty()
            ? ""
            : ", "
                + userProperty("csi_snapshot_name", csiName)
                + ", "
                + userProperty("csi_snapshot_source_volume_id", sourceVolume);
    String dataset = id.substring(0, id.indexOf('@'));
    return row(
        "zfs.snapshot.query",
        """
        {"id": "%1$s", "name": "%1$s", "pool": "tank", "dataset": "%2$s", "snapshot_name": "%3$s",
         "type": "SNAPSHOT", "createtxg": "1203344", "properties": {
          "creation": {"value": "Fri Aug 1 3:00 2025", "rawvalue": "1754010000",
           "parsed": {"$date": 1754010000000}, "source": "NONE"},
          "used": {"value": "12.3M", "rawvalue": "12897484", "parsed": 12897484, "source": "NONE"},
          "referenced": {"value": "1.1G", "rawvalue": "1181116006", "parsed": 1181116006,
           "source": "NONE"}%4$s}, "holds": {}}"""
            .formatted(id, dataset, id.substring(id.indexOf('@') + 1), own));
  }

  EstateOnDisk target(long id, String name, String zvol) {
    row(
        "iscsi.target.query",
        "{\"id\": %d, \"name\": \"%s\", \"alias\": null, \"mode\": \"ISCSI\", \"groups\": []}"
            .formatted(id, name));
    row(
        "iscsi.extent.query",
        """
        {"id": %d, "name": "%s", "type": "DISK", "disk": "zvol/%s", "path": "zvol/%3$s",
         "filesize": "0", "comment": "", "enabled": true}"""
            .formatted(id, name, zvol));
    return row(
        "iscsi.targetextent.query",
        "{\"id\": %d, \"target\": %1$d, \"extent\": %1$d, \"lunid\": 0}".formatted(id));
  }

  /** Writes it all. */
  Path write(Path directory) {
    PLURALS.forEach(plural -> lists.computeIfAbsent("clusters/prod-a/" + plural, k -> List.of()));
    List<String> systems = lists.keySet().stream().filter(k -> k.startsWith("nas/")).toList();
    List<String> names = systems.stream().map(k -> k.split("/", 3)[1]).distinct().toList();
    for (String name : names) {
      METHODS.forEach(
          method -> lists.computeIfAbsent("nas/" + name + "/" + method, k -> List.of()));
      lists.put("nas/" + name + "/system.info", List.of());
    }
    lists.forEach((file, rows) -> write(directory.resolve(file + ".json"), content(file, rows)));
    String list = "\"" + String.join("\", \"", names) + "\"";
    write(
        directory.resolve("estate.json"),
        "{\"capturedAt\": \"2026-02-11T02:00:00Z\", \"clusters\": [\"prod-a\"], \"nas\": ["
            + list
            + "], \"addresses\": {\"nas1\": [\"10.0.0.5\"]}}");
    return directory;
  }

  private static String content(String file, List<String> rows) {
    String joined = String.join(",\n", rows);
    if (file.endsWith("system.info")) {
      return "{\"version\": \"25.04.2\", \"hostname\": \"%s\"}".formatted(file.split("/", 3)[1]);
    }
    return file.startsWith("clusters/")
        ? "{\"apiVersion\": \"v1\", \"items\": ["
            + joined
            + "], \"kind\": \"List\", \"metadata\": {\"resourceVersion\": \"\"}}"
        : "[" + joined + "]";
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
