package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PathUser;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads what uses files or zvols on the appliance. Of all that these answers hold, passwords and
 * credentials among it, only names and paths are looked at.
 */
final class PathUserMapper {

  private PathUserMapper() {}

  /** A device of a virtual machine; those without storage use nothing. */
  static PathUser vmDevice(Row row) {
    return of(
        ObjectKind.VM_DEVICE,
        row,
        row.require("id"),
        row.text("vm").map(vm -> "virtual machine " + vm).orElse(""),
        row.text("attributes", "path").stream());
  }

  /** An app, and the folders of the host that its containers mount. */
  static PathUser app(Row row) {
    String id = row.text("id").orElseGet(() -> row.require("name"));
    List<JsonNode> mounts = List.copyOf(row.at("active_workloads", "volumes").values());
    return of(
        ObjectKind.APP,
        row,
        id,
        row.textOrNone("name"),
        mounts.stream().flatMap(mount -> Values.text(mount.path("source")).stream()));
  }

  static PathUser cloudSync(Row row) {
    return of(
        ObjectKind.CLOUD_SYNC_TASK,
        row,
        row.require("id"),
        row.textOrNone("description"),
        row.text("path").stream());
  }

  static PathUser rsync(Row row) {
    return of(
        ObjectKind.RSYNC_TASK,
        row,
        row.require("id"),
        row.textOrNone("desc"),
        row.text("path").stream());
  }

  private static PathUser of(
      ObjectKind kind, Row row, String id, String name, Stream<String> used) {
    List<String> paths = new ArrayList<>();
    List<String> zvols = new ArrayList<>();
    used.distinct()
        .filter(path -> path.contains("/"))
        .forEach(
            path -> ZvolPaths.dataset(path).ifPresentOrElse(zvols::add, () -> paths.add(path)));
    return new PathUser(kind, row.source(), id, name, paths, zvols);
  }
}
