package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.truenas.TrueNasMappers;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decides which files a kind is recorded in, and which command makes each of them. */
final class FileNames {

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
        : TrueNasMethods.of(kind).stream().map(method -> ofNas(source, method)).toList();
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
