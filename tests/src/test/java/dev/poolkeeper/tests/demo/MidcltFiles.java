package dev.poolkeeper.tests.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One TrueNAS on one night, one file for each method that was called. */
final class MidcltFiles {
  private static final List<String> NVME_QUERIES =
      List.of(
          "nvmet.subsys.query",
          "nvmet.namespace.query",
          "nvmet.port.query",
          "nvmet.port_subsys.query",
          "nvmet.host.query");

  private MidcltFiles() {}

  /** File contents by method. */
  static Map<String, byte[]> of(Estate estate, Appliance nas, LocalDate night) {
    MidcltDatasets datasets = new MidcltDatasets(nas, new NasModel(estate, nas, night).datasets());
    MidcltSystem system = new MidcltSystem(nas, night);
    Map<String, byte[]> files = new TreeMap<>();
    files.put("system.info", Json.document(system.info()));
    files.put("system.host_id", system.hostId());
    files.put("pool.query", Json.rows(system.pools(datasets.space())));
    files.put("pool.dataset.query", Json.rows(datasets.rows()));
    files.put(
        nas.isGoldeye() ? "pool.snapshot.query" : "zfs.snapshot.query",
        Json.rows(datasets.snapshotRows()));
    files.put("pool.snapshottask.query", Json.rows(system.snapshotTasks()));
    files.put("replication.query", Json.rows(system.replications()));
    files.put("alert.list", Json.rows(system.alerts()));
    putShares(files, new MidcltShares(estate, nas, night));
    putIscsi(files, new MidcltIscsi(estate, nas, night));
    if (nas.isGoldeye()) {
      NVME_QUERIES.forEach(method -> files.put(method, Json.rows(List.of())));
    }
    if (nas == Appliance.NAS2 && night.equals(Nights.NFS_SHARES_UNREAD)) {
      files.remove("sharing.nfs.query");
    }
    return files;
  }

  private static void putShares(Map<String, byte[]> files, MidcltShares shares) {
    files.put("sharing.nfs.query", Json.rows(shares.nfs()));
    files.put("sharing.smb.query", Json.rows(shares.smb()));
  }

  private static void putIscsi(Map<String, byte[]> files, MidcltIscsi iscsi) {
    files.put("iscsi.global.config", Json.document(iscsi.globalConfig()));
    files.put("iscsi.global.sessions", Json.rows(iscsi.sessions()));
    files.put("iscsi.portal.query", Json.rows(iscsi.portals()));
    files.put("iscsi.initiator.query", Json.rows(iscsi.initiators()));
    files.put("iscsi.target.query", Json.rows(iscsi.targets()));
    files.put("iscsi.extent.query", Json.rows(iscsi.extents()));
    files.put("iscsi.targetextent.query", Json.rows(iscsi.targetExtents()));
  }
}
