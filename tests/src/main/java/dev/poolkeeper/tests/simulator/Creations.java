package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows that are made: what each release takes for them, what it refuses, and what it adds itself.
 * The number of the last row is given again once that row is gone.
 */
final class Creations {

  private static final List<String> NFS =
      List.of(
          "comment",
          "networks",
          "hosts",
          "ro",
          "maproot_user",
          "maproot_group",
          "mapall_user",
          "mapall_group",
          "security",
          "enabled");
  private static final List<String> SMB = List.of("purpose", "name", "path", "enabled", "comment");
  private static final Set<String> EXTENT =
      Set.of(
          "name",
          "type",
          "disk",
          "path",
          "serial",
          "filesize",
          "blocksize",
          "pblocksize",
          "avail_threshold",
          "comment",
          "insecure_tpc",
          "xen",
          "rpm",
          "ro",
          "enabled",
          "product_id");

  private final NasState state;
  private final Generation generation;

  Creations(NasState state, Generation generation) {
    this.state = state;
    this.generation = generation;
  }

  private boolean since(Generation first) {
    return generation.atLeast(first);
  }

  ObjectNode nfs(JsonNode data) {
    Set<String> known = new TreeSet<>(NFS);
    known.addAll(
        generation == Generation.CORE_13
            ? List.of("paths", "alldirs", "quiet")
            : List.of("path", "aliases"));
    if (!since(Generation.ELECTRIC_EEL_24_10)) {
      known.add("quiet");
    }
    if (since(Generation.GOLDEYE_25_10)) {
      known.add("expose_snapshots");
    }
    only("sharingnfs_create", data, known);
    JsonNode path =
        generation == Generation.CORE_13 ? data.path("paths").path(0) : data.path("path");
    exists("sharingnfs_create.path", path.asString(""));
    return row("sharing.nfs.query", data);
  }

  ObjectNode smb(JsonNode data) {
    Set<String> known = new TreeSet<>(SMB);
    known.add("browsable");
    known.add("audit");
    known.addAll(
        since(Generation.GOLDEYE_25_10)
            ? List.of("readonly", "access_based_share_enumeration", "options")
            : List.of(
                "ro",
                "home",
                "path_suffix",
                "timemachine",
                "guestok",
                "abe",
                "hostsallow",
                "hostsdeny",
                "auxsmbconf"));
    only("sharingsmb_create", data, known);
    exists("sharingsmb_create.path", Trees.text(data, "path"));
    unique("sharingsmb_create.name", "sharing.smb.query", data, "name");
    return row("sharing.smb.query", data);
  }

  ObjectNode target(JsonNode data) {
    Set<String> known = new TreeSet<>(List.of("name", "alias", "mode", "groups"));
    if (generation != Generation.CORE_13) {
      known.add("auth_networks");
    }
    if (since(Generation.GOLDEYE_25_10)) {
      known.add("iscsi_parameters");
    }
    only("iscsi_target_create", data, known);
    unique("iscsi_target_create.name", "iscsi.target.query", data, "name");
    return row("iscsi.target.query", data);
  }

  ObjectNode extent(JsonNode data) {
    only("iscsi_extent_create", data, EXTENT);
    unique("iscsi_extent_create.name", "iscsi.extent.query", data, "name");
    String disk = Trees.text(data, "disk");
    zvol("iscsi_extent_create.disk", disk);
    ObjectNode row = row("iscsi.extent.query", data);
    row.put("path", disk).put("filesize", "0").put("vendor", "TrueNAS");
    row.put(
        "naa", "0x6589cfc000000" + UUID.randomUUID().toString().replace("-", "").substring(0, 9));
    return row;
  }

  ObjectNode targetExtent(JsonNode data) {
    only("iscsi_targetextent_create", data, Set.of("target", "extent", "lunid"));
    DatabaseRows.find(state, "iscsi.target.query", data.path("target"));
    DatabaseRows.find(state, "iscsi.extent.query", data.path("extent"));
    unique("iscsi_targetextent_create.extent", "iscsi.targetextent.query", data, "extent");
    return row("iscsi.targetextent.query", data);
  }

  ObjectNode namespace(JsonNode data) {
    only(
        "nvmet_namespace_create",
        data,
        Set.of("nsid", "subsys_id", "device_type", "device_path", "filesize", "enabled"));
    ObjectNode subsystem = DatabaseRows.find(state, "nvmet.subsys.query", data.path("subsys_id"));
    zvol("nvmet_namespace_create.device_path", Trees.text(data, "device_path"));
    ObjectNode row = row("nvmet.namespace.query", data);
    row.remove("subsys_id");
    row.set("subsys", subsystem);
    row.putNull("filesize").put("locked", false);
    row.put("device_uuid", UUID.randomUUID().toString());
    row.put("device_nguid", UUID.randomUUID().toString());
    return row;
  }

  private ObjectNode row(String method, JsonNode data) {
    List<ObjectNode> rows = state.list(method);
    long last = rows.stream().mapToLong(row -> row.path("id").asLong(0)).max().orElse(0);
    ObjectNode row = Trees.object().put("id", last + 1);
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      row.set(field.getKey(), field.getValue());
    }
    rows.add(row);
    return row;
  }

  private void only(String schema, JsonNode data, Set<String> known) {
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      if (!known.contains(field.getKey())) {
        throw CallFailure.invalid(
            schema + "." + field.getKey(),
            since(Generation.FANGTOOTH_25_04)
                ? "Extra inputs are not permitted"
                : "Field was not expected",
            Errno.EINVAL);
      }
    }
  }

  private void exists(String attribute, String path) {
    if (!state.datasets().containsKey(path.replaceFirst("^/mnt/", ""))) {
      throw CallFailure.invalid(attribute, "The path " + path + " does not exist", Errno.ENOENT);
    }
  }

  private void zvol(String attribute, String device) {
    ObjectNode dataset = state.datasets().get(device.replaceFirst("^zvol/", "").replace('+', ' '));
    if (dataset == null || !Trees.text(dataset, "type").equals("VOLUME")) {
      throw CallFailure.invalid(attribute, "Device " + device + " not found", Errno.ENOENT);
    }
  }

  private void unique(String attribute, String method, JsonNode data, String field) {
    boolean there =
        state.list(method).stream()
            .anyMatch(row -> row.path(field).asString("").equals(data.path(field).asString("")));
    if (there) {
      throw CallFailure.invalid(
          attribute, "Object with this " + field + " already exists", Errno.EEXIST);
    }
  }
}
