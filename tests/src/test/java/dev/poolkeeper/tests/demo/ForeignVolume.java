package dev.poolkeeper.tests.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A persistent volume that no TrueNAS of the estate is behind, and never was. */
record ForeignVolume(
    Cluster cluster, String name, String claim, Map<String, @Nullable Object> source) {
  private static final String QNAP = "192.0.2.90";

  static List<ForeignVolume> all() {
    return List.of(
        localPath(Cluster.PROD_A, "build/workspace-1"),
        localPath(Cluster.PROD_A, "build/workspace-2"),
        localPath(Cluster.PROD_A, "monitoring/pushgateway"),
        rancherHostPath("kube-logging/buffer-0"),
        rancherHostPath("kube-logging/buffer-1"),
        staticNfs(Cluster.PROD_A, "legacy-fileserver", "erp/legacy-exchange"),
        nodeManualNfs("qnap-scanner-inbox", "records/scanner-inbox"),
        nodeManualIscsi("qnap-lab-lun", "analytics/lab-lun"),
        localPath(Cluster.EDGE_B, "pos/journal-1"),
        localPath(Cluster.EDGE_B, "pos/journal-2"),
        localPath(Cluster.EDGE_B, "iot/edge-cache"),
        staticNfs(Cluster.EDGE_B, "branch-nas", "signage/branch-share"));
  }

  String namespace() {
    return claim.substring(0, claim.indexOf('/'));
  }

  String claimName() {
    return claim.substring(claim.indexOf('/') + 1);
  }

  String subject() {
    return cluster.label() + "/persistentvolumes/" + name;
  }

  String storageClass() {
    return name.startsWith("pvc-") ? "local-path" : "";
  }

  String claimUid() {
    return claimUid(cluster, claim);
  }

  private static String claimUid(Cluster cluster, String claim) {
    return Draw.uid("claim/" + cluster.label() + "/" + claim);
  }

  private static ForeignVolume localPath(Cluster cluster, String claim) {
    String name = "pvc-" + claimUid(cluster, claim);
    String path = "/opt/local-path-provisioner/" + name + "_" + claim.replace('/', '_');
    return new ForeignVolume(cluster, name, claim, Json.object("local", Json.object("path", path)));
  }

  private static ForeignVolume rancherHostPath(String claim) {
    String name = "pvc-" + claimUid(Cluster.PROD_A, claim);
    String path = "/var/lib/rancher/k3s/storage/" + name + "_" + claim.replace('/', '_');
    return new ForeignVolume(
        Cluster.PROD_A,
        name,
        claim,
        Json.object("hostPath", Json.object("path", path).with("type", "DirectoryOrCreate")));
  }

  private static ForeignVolume staticNfs(Cluster cluster, String name, String claim) {
    return new ForeignVolume(
        cluster,
        name,
        claim,
        Json.object("nfs", Json.object("path", "/export/" + name).with("server", "192.0.2.80")));
  }

  private static ForeignVolume nodeManualNfs(String name, String claim) {
    return nodeManual(
        name,
        claim,
        Json.object("node_attach_driver", "nfs")
            .with("provisioner_driver", "node-manual")
            .with("server", QNAP)
            .with("share", "/share/ScannerInbox"));
  }

  private static ForeignVolume nodeManualIscsi(String name, String claim) {
    return nodeManual(
        name,
        claim,
        Json.object("iqn", "iqn.2004-04.com.qnap:ts-453d:iscsi.lab.f00d00")
            .with("lun", "0")
            .with("node_attach_driver", "iscsi")
            .with("portal", QNAP + ":3260")
            .with("provisioner_driver", "node-manual"));
  }

  private static ForeignVolume nodeManual(
      String name, String claim, Map<String, @Nullable Object> attributes) {
    return new ForeignVolume(
        Cluster.PROD_A,
        name,
        claim,
        Json.object(
            "csi",
            Json.object("driver", "org.democratic-csi.node-manual")
                .with("volumeAttributes", attributes)
                .with("volumeHandle", name)));
  }
}
