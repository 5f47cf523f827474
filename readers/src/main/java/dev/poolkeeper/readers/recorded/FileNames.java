package dev.poolkeeper.readers.recorded;

import static java.util.Map.entry;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.truenas.TrueNasMappers;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which files a kind is recorded in, and which command makes each of them. */
final class FileNames {

  static final String USER_PROPERTIES = "pool.dataset.userprop.query";

  private static final Map<ObjectKind, List<String>> METHODS =
      Map.ofEntries(
          entry(ObjectKind.NAS_SYSTEM, List.of("system.info")),
          entry(ObjectKind.NAS_IDENTITY, List.of("system.host_id")),
          entry(ObjectKind.POOL, List.of("pool.query")),
          entry(ObjectKind.DATASET, List.of("pool.dataset.query", "zfs.resource.query")),
          entry(
              ObjectKind.ZFS_SNAPSHOT,
              List.of("pool.snapshot.query", "zfs.snapshot.query", "zfs.resource.snapshot.query")),
          entry(ObjectKind.SNAPSHOT_TASK, List.of("pool.snapshottask.query")),
          entry(ObjectKind.REPLICATION_TASK, List.of("replication.query")),
          entry(ObjectKind.NFS_SHARE, List.of("sharing.nfs.query")),
          entry(ObjectKind.SMB_SHARE, List.of("sharing.smb.query")),
          entry(ObjectKind.ISCSI_GLOBAL, List.of("iscsi.global.config")),
          entry(ObjectKind.ISCSI_PORTAL, List.of("iscsi.portal.query")),
          entry(ObjectKind.ISCSI_INITIATOR, List.of("iscsi.initiator.query")),
          entry(ObjectKind.ISCSI_TARGET, List.of("iscsi.target.query")),
          entry(ObjectKind.ISCSI_EXTENT, List.of("iscsi.extent.query")),
          entry(ObjectKind.ISCSI_TARGET_EXTENT, List.of("iscsi.targetextent.query")),
          entry(ObjectKind.ISCSI_SESSION, List.of("iscsi.global.sessions")),
          entry(ObjectKind.NVME_SUBSYSTEM, List.of("nvmet.subsys.query")),
          entry(ObjectKind.NVME_NAMESPACE, List.of("nvmet.namespace.query")),
          entry(ObjectKind.ALERT, List.of("alert.list")));
  private static final String SNAPSHOT_OPTIONS =
      " '[]' '{\"extra\": {\"properties\":"
          + " [\"creation\", \"used\", \"referenced\", \"userrefs\", \"defer_destroy\"]}}'";
  private static final String RESOURCE_OPTIONS =
      " '{\"paths\": [\"POOL\"], \"recursive\": true, \"properties\":"
          + " [\"creation\", \"used\", \"referenced\", \"defer_destroy\"],"
          + " \"get_user_properties\": true, \"get_holds\": true}'";

  private final Path directory;

  FileNames(Path directory) {
    this.directory = directory;
  }

  /** The files a kind of a source may be in, the preferred one first. */
  List<FileName> of(String source, ObjectKind kind) {
    return kind.side() == Side.CLUSTER
        ? List.of(ofCluster(source, kind))
        : METHODS.getOrDefault(kind, List.of()).stream()
            .map(method -> ofNas(source, method))
            .toList();
  }

  /** The file to make for a kind that was not recorded, as far as the release is known. */
  FileName advised(String source, ObjectKind kind, Optional<TrueNasRelease> release) {
    return kind == ObjectKind.ZFS_SNAPSHOT
        ? ofNas(source, TrueNasMappers.snapshotMethod(release))
        : of(source, kind).get(0);
  }

  /** The file of one method's answer. */
  FileName ofNas(String source, String method) {
    String relative = "nas/" + source + "/" + method + ".json";
    String options =
        switch (method) {
          case "pool.snapshot.query", "zfs.snapshot.query" -> SNAPSHOT_OPTIONS;
          case "zfs.resource.snapshot.query" -> RESOURCE_OPTIONS;
          default -> "";
        };
    return new FileName(relative, "midclt call " + method + options + into(relative));
  }

  Path path(FileName file) {
    return directory.resolve(file.relative());
  }

  private FileName ofCluster(String source, ObjectKind kind) {
    String relative = "clusters/" + source + "/" + kind.plural() + ".json";
    String command =
        switch (kind) {
          case CLUSTER_VERSION -> "kubectl get --raw /version";
          case VOLUME_STATS ->
              "for n in $(kubectl get nodes -o name); do"
                  + " kubectl get --raw /api/v1/nodes/${n#node/}/proxy/stats/summary; done";
          default -> "kubectl get " + kind.plural() + " -A -o json";
        };
    return new FileName(relative, command + into(relative));
  }

  private String into(String relative) {
    String target = directory.resolve(relative).toString();
    return " > "
        + (target.matches("[\\w./@+-]+") ? target : "'" + target.replace("'", "'\\''") + "'");
  }
}
