package dev.poolkeeper.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cluster prod-a and NAS nas1, written as a recorded estate. Volumes are NFS volumes of
 * democratic-csi under tank/k8s/vols; whatever is not asked for is in order.
 */
public final class SmallEstate {

  public static final String DATASETS = "nas1/datasets/tank/k8s/vols/";
  public static final String VOLUMES = "prod-a/persistentvolumes/";

  /** The uid of its kube-system. */
  public static final String CLUSTER_UID = EstateRows.CLUSTER_UID;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final List<String> EMPTY_LISTS =
      List.of(
          "statefulsets",
          "volumeattachments",
          "volumesnapshotclasses",
          "csidrivers",
          "csinodes",
          "nodes",
          "deployments",
          "daemonsets",
          "jobs",
          "cronjobs",
          "virtualmachines");
  private static final List<String> EMPTY_ANSWERS =
      List.of(
          "pool.snapshottask.query",
          "replication.query",
          "sharing.smb.query",
          "iscsi.portal.query",
          "iscsi.initiator.query",
          "iscsi.target.query",
          "iscsi.extent.query",
          "iscsi.targetextent.query",
          "iscsi.global.sessions",
          "nvmet.subsys.query",
          "nvmet.namespace.query",
          "alert.list");

  private final Map<String, String> phases = new TreeMap<>();
  private final TreeSet<String> datasets = new TreeSet<>();
  private final Map<String, Long> usedBytes = new TreeMap<>();
  private final Map<String, String> contents = new TreeMap<>();
  private final Map<String, String> snapshots = new TreeMap<>();
  private final Map<String, Instant> snapshotTimes = new TreeMap<>();
  private final TreeSet<String> retained = new TreeSet<>();
  private final TreeSet<String> idle = new TreeSet<>();

  /** An estate with this many healthy volumes, named steady-1 and so on. */
  public static SmallEstate ofHealthyVolumes(int count) {
    SmallEstate estate = new SmallEstate();
    for (int i = 1; i <= count; i++) {
      estate.volume("steady-" + i);
    }
    return estate;
  }

  /** A volume in order, with claim, dataset and share. */
  public SmallEstate volume(String name) {
    return lost(name).leftover(name);
  }

  /** A volume whose dataset is gone: 101. */
  public SmallEstate lost(String name) {
    phases.put(name, "Bound");
    return this;
  }

  /** A driver's dataset that no volume uses: 102. */
  public SmallEstate leftover(String name) {
    datasets.add(name);
    usedBytes.put(name, 1L << 30);
    return this;
  }

  /** The volume lost its claim: 103. */
  public SmallEstate released(String name) {
    phases.put(name, "Released");
    return this;
  }

  /** No pod uses the claim of the volume: 105. */
  public SmallEstate idle(String name) {
    idle.add(name);
    return this;
  }

  /** The volume's reclaim policy is Retain. */
  public SmallEstate retained(String name) {
    retained.add(name);
    return this;
  }

  /** A CSI snapshot of a volume, with its content. */
  public SmallEstate snapshot(String volume, String name) {
    contents.put(name, volume);
    return strandedSnapshot(volume, name);
  }

  /** A CSI snapshot that no content knows: 202. */
  public SmallEstate strandedSnapshot(String volume, String name) {
    snapshots.put(name, volume);
    return this;
  }

  /** The same, taken at this time. */
  public SmallEstate strandedSnapshot(String volume, String name, Instant takenAt) {
    snapshotTimes.put(name, takenAt);
    return strandedSnapshot(volume, name);
  }

  public SmallEstate withoutSnapshot(String name) {
    snapshots.remove(name);
    return this;
  }

  public SmallEstate used(String volume, long bytes) {
    usedBytes.put(volume, bytes);
    return this;
  }

  public SmallEstate withoutVolume(String name) {
    phases.remove(name);
    return this;
  }

  public SmallEstate withoutDataset(String name) {
    datasets.remove(name);
    return this;
  }

  /** Writes all files, as captured at 02:00 UTC of the night. */
  public Path write(Path directory, String night) {
    file(
        directory.resolve("estate.json"),
        Map.of(
            "capturedAt",
            night + "T02:00:00Z",
            "clusters",
            List.of("prod-a"),
            "nas",
            List.of("nas1")));
    cluster(directory.resolve("clusters/prod-a"));
    nas(directory.resolve("nas/nas1"));
    return directory;
  }

  private void cluster(Path folder) {
    for (String plural : EMPTY_LISTS) {
      list(folder, plural, List.of());
    }
    list(
        folder,
        "namespaces",
        List.of(
            EstateRows.object("v1", "Namespace", "", "kube-system", Map.of()),
            EstateRows.object("v1", "Namespace", "", "media", Map.of())));
    list(
        folder,
        "storageclasses",
        List.of(
            EstateRows.object(
                "storage.k8s.io/v1",
                "StorageClass",
                "",
                "nfs",
                Map.of("provisioner", EstateRows.DRIVER, "volumeBindingMode", "Immediate"))));
    List<Object> volumes = new ArrayList<>();
    List<Object> claims = new ArrayList<>();
    List<Object> pods = new ArrayList<>();
    phases.forEach(
        (name, phase) -> {
          String policy = retained.contains(name) ? "Retain" : "Delete";
          volumes.add(EstateRows.volume(name, phase, policy));
          if (phase.equals("Bound")) {
            claims.add(EstateRows.claim(name));
            if (!idle.contains(name)) {
              pods.add(EstateRows.pod(name));
            }
          }
        });
    list(folder, "persistentvolumes", volumes);
    list(folder, "persistentvolumeclaims", claims);
    list(folder, "pods", pods);
    List<Object> snapshotObjects = new ArrayList<>();
    List<Object> contentObjects = new ArrayList<>();
    contents.forEach(
        (name, volume) -> {
          snapshotObjects.add(
              EstateRows.object(
                  "snapshot.storage.k8s.io/v1",
                  "VolumeSnapshot",
                  "media",
                  name,
                  Map.of(
                      "status",
                      Map.of(
                          "boundVolumeSnapshotContentName",
                          "content-" + name,
                          "readyToUse",
                          true))));
          contentObjects.add(EstateRows.content(volume, name));
        });
    list(folder, "volumesnapshots", snapshotObjects);
    list(folder, "volumesnapshotcontents", contentObjects);
  }

  private void nas(Path folder) {
    for (String method : EMPTY_ANSWERS) {
      file(folder.resolve(method + ".json"), List.of());
    }
    file(folder.resolve("system.info.json"), Map.of("version", "25.10.1", "hostname", "nas1"));
    file(folder.resolve("system.host_id.json"), "0123456789abcdef");
    file(folder.resolve("iscsi.global.config.json"), Map.of("basename", "iqn.2005-10.org.example"));
    file(
        folder.resolve("pool.query.json"),
        List.of(
            Map.of(
                "name",
                "tank",
                "guid",
                "42",
                "status",
                "ONLINE",
                "healthy",
                true,
                "size",
                4L << 40,
                "allocated",
                1L << 40,
                "free",
                3L << 40)));
    List<Object> rows = new ArrayList<>();
    List.of("tank", "tank/k8s", "tank/k8s/vols")
        .forEach(id -> rows.add(EstateRows.dataset(id, 1L << 30, false)));
    List<Object> shares = new ArrayList<>();
    for (String name : datasets) {
      rows.add(EstateRows.dataset("tank/k8s/vols/" + name, usedBytes.getOrDefault(name, 0L), true));
      shares.add(EstateRows.share(shares.size() + 1, name));
    }
    file(folder.resolve("pool.dataset.query.json"), rows);
    file(folder.resolve("sharing.nfs.query.json"), shares);
    List<Object> zfsSnapshots = new ArrayList<>();
    snapshots.forEach(
        (name, volume) ->
            zfsSnapshots.add(
                EstateRows.zfsSnapshot(
                    volume, name, snapshotTimes.getOrDefault(name, EstateRows.LONG_AGO))));
    file(folder.resolve("pool.snapshot.query.json"), zfsSnapshots);
  }

  private static void list(Path folder, String plural, List<?> items) {
    Map<String, @Nullable Object> list = new TreeMap<>();
    list.put("apiVersion", "v1");
    list.put("kind", "List");
    list.put("items", items);
    list.put("metadata", Map.of("resourceVersion", ""));
    file(folder.resolve(plural + ".json"), list);
  }

  private static void file(Path file, Object content) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, JSON.writeValueAsString(content) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
