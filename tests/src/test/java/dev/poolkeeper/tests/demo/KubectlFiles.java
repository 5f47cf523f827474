package dev.poolkeeper.tests.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One cluster on one night, one List for each kind. */
final class KubectlFiles {
  private KubectlFiles() {}

  /** File contents by plural. */
  static Map<String, byte[]> of(Estate estate, Cluster cluster, LocalDate night) {
    KubectlVolumes volumes = new KubectlVolumes(estate, cluster, night);
    KubectlSnapshots snapshots = new KubectlSnapshots(estate, cluster, night);
    KubectlClasses classes = new KubectlClasses(cluster);
    KubectlWorkloads workloads = new KubectlWorkloads(estate, cluster, night);
    Map<String, List<?>> lists = new TreeMap<>();
    lists.put("persistentvolumes", volumes.volumes());
    lists.put("persistentvolumeclaims", volumes.claims());
    lists.put("volumesnapshots", snapshots.objects());
    lists.put("volumesnapshotcontents", snapshots.contents());
    lists.put("storageclasses", classes.storageClasses());
    lists.put("volumesnapshotclasses", classes.snapshotClasses());
    lists.put("csidrivers", classes.drivers());
    lists.put("namespaces", workloads.namespaces());
    lists.put("nodes", workloads.nodes());
    lists.put("csinodes", workloads.csiNodes());
    lists.put("pods", workloads.pods());
    lists.put("statefulsets", workloads.statefulSets());
    lists.put("volumeattachments", workloads.attachments());
    Map<String, byte[]> files = new TreeMap<>();
    lists.forEach((plural, items) -> files.put(plural, Json.kubectlList(items)));
    return files;
  }
}
