package dev.poolkeeper.tests.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cluster prod-a and NAS nas1 of a wanted size: NFS volumes of democratic-csi under tank/k8s/vols,
 * each with claim, pod, dataset and share, their snapshots spread evenly. Every hundredth dataset
 * has lost its volume (102). The same size gives the same estate.
 *
 * <p>Rows are made while they are read, so that a million of them need no memory.
 *
 * @param volumes datasets of volumes
 * @param snapshots ZFS snapshots of all of them together
 */
public record GeneratedEstate(int volumes, int snapshots) {

  /** One volume in so many has lost its PersistentVolume. */
  public static final int LEAK_EVERY = 100;

  /** Lists of the appliance by method. */
  public Map<String, Iterable<ObjectNode>> nasLists() {
    Map<String, Iterable<ObjectNode>> lists = new TreeMap<>();
    for (String method : NasRows.EMPTY_LISTS) {
      lists.put(method, rows(0, NasRows::share));
    }
    lists.put("pool.query", rows(1, unused -> NasRows.pool()));
    lists.put(
        "pool.dataset.query",
        () -> Stream.concat(NasRows.parents(), stream(volumes, NasRows::dataset)).iterator());
    lists.put("sharing.nfs.query", rows(volumes, NasRows::share));
    lists.put(
        "pool.snapshot.query",
        rows(snapshots, index -> NasRows.snapshot(index % volumes, index / volumes)));
    lists.put("pool.snapshottask.query", rows(1, unused -> NasRows.task()));
    return lists;
  }

  /** Answers of the appliance that are one value. */
  public Map<String, JsonNode> nasDocuments() {
    return NasRows.documents();
  }

  /** Lists of the cluster by plural. */
  public Map<String, Iterable<ObjectNode>> clusterLists() {
    Map<String, Iterable<ObjectNode>> lists = new TreeMap<>();
    for (String plural : ClusterRows.EMPTY_LISTS) {
      lists.put(plural, rows(0, ClusterRows::pod));
    }
    lists.put("namespaces", rows(2, ClusterRows::namespace));
    lists.put("nodes", rows(3, ClusterRows::node));
    lists.put("storageclasses", rows(1, unused -> ClusterRows.storageClass()));
    lists.put("persistentvolumes", kept(ClusterRows::volume));
    lists.put("persistentvolumeclaims", kept(ClusterRows::claim));
    lists.put("pods", kept(ClusterRows::pod));
    return lists;
  }

  private Iterable<ObjectNode> kept(IntFunction<ObjectNode> row) {
    return () ->
        IntStream.range(0, volumes)
            .filter(index -> index % LEAK_EVERY != LEAK_EVERY - 1)
            .mapToObj(row)
            .iterator();
  }

  private static Iterable<ObjectNode> rows(int count, IntFunction<ObjectNode> row) {
    return () -> stream(count, row).iterator();
  }

  private static Stream<ObjectNode> stream(int count, IntFunction<ObjectNode> row) {
    return IntStream.range(0, count).mapToObj(row);
  }
}
