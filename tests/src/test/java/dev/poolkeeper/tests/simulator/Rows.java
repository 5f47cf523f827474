package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Rows of a small appliance, given in code: one volume with a snapshot, a clone of it, a zvol. */
final class Rows {

  static final String VOLUME = "tank/k8s/vols/pvc-1";
  static final String CLONE = "tank/k8s/vols/pvc-2";
  static final String ZVOL = "tank/k8s/blk/pvc-3";
  static final String SNAPSHOT = VOLUME + "@snapshot-1";

  private Rows() {}

  static Map<String, List<ObjectNode>> lists() {
    Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();
    lists.put(
        "pool.query",
        rows(
            """
            [{"id":1,"name":"tank","guid":"14266138055396837770","size":100,"allocated":40,"free":60,
              "status":"ONLINE","healthy":true}]"""));
    lists.put(
        "pool.dataset.query",
        rows(
            """
            [{"id":"tank"},{"id":"tank/k8s"},{"id":"tank/k8s/vols"},{"id":"tank/k8s/blk"},
             {"id":"tank/ix-apps/docker"},{"id":"tank/k8s/ix-apps-of-mine"},
             {"id":"tank/k8s/vols/pvc-1","user_properties":{
               "democratic-csi:csi_volume_name":{"value":"pvc-1","rawvalue":"pvc-1","parsed":"pvc-1","source":"RECEIVED"}}},
             {"id":"tank/k8s/vols/pvc-2","origin":{"parsed":"tank/k8s/vols/pvc-1@snapshot-1",
               "rawvalue":"tank/k8s/vols/pvc-1@snapshot-1","value":"TANK/K8S/VOLS/PVC-1@SNAPSHOT-1","source":"NONE"}},
             {"id":"tank/k8s/blk/pvc-3","type":"VOLUME"}]"""));
    lists.put(
        "pool.snapshot.query",
        rows(
            """
            [{"id":"tank/k8s/vols/pvc-1@snapshot-1","createtxg":"100","properties":{
               "creation":{"rawvalue":"1750000000"},"used":{"rawvalue":"4096"},"referenced":{"rawvalue":"8192"},
               "democratic-csi:csi_snapshot_name":{"rawvalue":"snapshot-1","source":"LOCAL"}}},
             {"id":"tank/k8s/vols@auto-1","createtxg":"200","properties":{
               "creation":{"rawvalue":"1750000500"},"used":{"rawvalue":"1"},"referenced":{"rawvalue":"2"}}}]"""));
    lists.put(
        "sharing.nfs.query",
        rows(
            """
            [{"id":1,"path":"/mnt/tank/k8s/vols/pvc-1","aliases":["/mnt/alias"],"enabled":true},
             {"id":2,"path":"/mnt/tank/k8s/vols/pvc-2","aliases":[],"enabled":true}]"""));
    lists.put(
        "iscsi.target.query",
        rows("[{\"id\":11,\"name\":\"pvc-3\"},{\"id\":12,\"name\":\"other\"}]"));
    lists.put(
        "iscsi.extent.query",
        rows(
            """
            [{"id":21,"name":"pvc-3","type":"DISK","disk":"zvol/tank/k8s/blk/pvc-3","path":"zvol/tank/k8s/blk/pvc-3"}]"""));
    lists.put(
        "iscsi.targetextent.query", rows("[{\"id\":31,\"target\":11,\"extent\":21,\"lunid\":0}]"));
    return lists;
  }

  static List<ObjectNode> rows(String json) {
    List<ObjectNode> rows = new ArrayList<>();
    Trees.parse(json).forEach(row -> rows.add((ObjectNode) row));
    return rows;
  }

  static TrueNasSimulator start(Generation generation, SimulatorTls tls) {
    return TrueNasSimulator.of(lists(), Map.of(), generation).start(tls);
  }
}
