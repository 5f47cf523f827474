package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What uses a dataset: shares, extents, namespaces and tasks at or below it. */
final class Attachments {

  private final NasState state;
  private final ShareShapes shapes;

  Attachments(NasState state, Generation generation) {
    this.state = state;
    this.shapes = new ShareShapes(generation);
  }

  Answer of(String dataset) {
    if (!state.datasets().containsKey(dataset)) {
      throw CallFailure.invalid("id", "PoolDataset " + dataset + " does not exist", Errno.ENOENT);
    }
    List<ObjectNode> groups = new ArrayList<>();
    group(groups, "NFS Share", "nfs", "sharing.nfs.query", row -> isShare(row, dataset));
    group(groups, "SMB Share", "cifs", "sharing.smb.query", row -> isShare(row, dataset));
    group(groups, "iSCSI Extent", "iscsitarget", "iscsi.extent.query", row -> isDisk(row, dataset));
    group(
        groups, "NVMe-oF Namespace", "nvmet", "nvmet.namespace.query", row -> isDisk(row, dataset));
    group(
        groups,
        "Snapshot Task",
        "",
        "pool.snapshottask.query",
        row -> isBelow(Trees.text(row, "dataset"), dataset));
    return Answer.rows(groups);
  }

  private void group(
      List<ObjectNode> groups,
      String type,
      String service,
      String method,
      Predicate<ObjectNode> uses) {
    List<String> names = state.list(method).stream().filter(uses).map(Attachments::title).toList();
    if (!names.isEmpty()) {
      ObjectNode group = Trees.object().put("type", type);
      group.put("service", service.isEmpty() ? null : service);
      group.set("attachments", Trees.texts(names));
      groups.add(group);
    }
  }

  private static String title(ObjectNode row) {
    for (String field : new String[] {"name", "path", "device_path", "dataset"}) {
      if (row.path(field).isString()) {
        return Trees.text(row, field);
      }
    }
    return Trees.text(row, "id");
  }

  boolean isShare(ObjectNode row, String dataset) {
    ObjectNode shape = shapes.nfs(row);
    ArrayNode paths = Trees.array();
    paths.add(shape.path("path"));
    shape.path("paths").forEach(paths::add);
    shape.path("aliases").forEach(paths::add);
    for (JsonNode path : paths) {
      if (isBelow(path.asString("").replaceFirst("^/mnt/", ""), dataset)) {
        return true;
      }
    }
    return false;
  }

  boolean isDisk(ObjectNode row, String dataset) {
    String path = Trees.text(row, row.has("device_path") ? "device_path" : "path");
    return isBelow(path.replaceFirst("^(/dev/)?zvol/", "").replace('+', ' '), dataset);
  }

  static boolean isBelow(String path, String dataset) {
    return path.equals(dataset) || path.startsWith(dataset + "/");
  }
}
