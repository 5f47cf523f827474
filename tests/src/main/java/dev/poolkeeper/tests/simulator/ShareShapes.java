package dev.poolkeeper.tests.simulator;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a release writes shares and iSCSI rows. */
final class ShareShapes {

  private static final List<String> SMB_UNTIL_25_04 =
      List.of(
          "ro",
          "home",
          "path_suffix",
          "timemachine",
          "guestok",
          "abe",
          "hostsallow",
          "hostsdeny",
          "auxsmbconf",
          "vuid",
          "path_local");

  private final Generation generation;

  ShareShapes(Generation generation) {
    this.generation = generation;
  }

  private boolean since(Generation first) {
    return generation.atLeast(first);
  }

  private static ObjectNode copy(ObjectNode row) {
    return Trees.object().setAll(row);
  }

  /** CORE lists paths; later releases have one path with aliases. */
  ObjectNode nfs(ObjectNode share) {
    ObjectNode row = copy(share);
    ArrayNode paths = Trees.array();
    if (share.path("paths").isArray()) {
      share.path("paths").forEach(paths::add);
    } else {
      paths.add(share.path("path"));
      share.path("aliases").forEach(paths::add);
    }
    row.remove(List.of("paths", "path", "aliases", "alldirs", "quiet", "expose_snapshots"));
    if (generation == Generation.CORE_13) {
      row.set("paths", paths);
      row.put("alldirs", false);
    } else {
      row.set("path", paths.path(0));
      ArrayNode aliases = row.putArray("aliases");
      paths.valueStream().skip(1).forEach(aliases::add);
    }
    if (!since(Generation.ELECTRIC_EEL_24_10)) {
      row.put("quiet", false);
    }
    if (since(Generation.GOLDEYE_25_10)) {
      row.put("expose_snapshots", share.path("expose_snapshots").asBoolean(false));
    }
    for (String list : new String[] {"networks", "hosts", "security"}) {
      row.putIfAbsent(list, Trees.array());
    }
    row.putIfAbsent("ro", Trees.parse("false"));
    row.putIfAbsent("locked", Trees.parse("false"));
    return row;
  }

  ObjectNode smb(ObjectNode share) {
    ObjectNode row = copy(share);
    boolean readOnly = share.path("ro").asBoolean(false) || share.path("readonly").asBoolean(false);
    row.putIfAbsent("browsable", Trees.parse("true"));
    row.putIfAbsent("locked", Trees.parse("false"));
    if (since(Generation.GOLDEYE_25_10)) {
      row.remove(SMB_UNTIL_25_04);
      row.put("readonly", readOnly).put("access_based_share_enumeration", false);
      row.putIfAbsent("options", Trees.parse("null"));
      return row;
    }
    row.remove(List.of("readonly", "access_based_share_enumeration", "options"));
    row.put("ro", readOnly).put("home", false).put("path_suffix", "").put("timemachine", false);
    row.put("guestok", false).put("abe", false).put("auxsmbconf", "").put("vuid", "");
    row.putArray("hostsallow");
    row.putArray("hostsdeny");
    row.set("path_local", share.path("path"));
    return row;
  }

  ObjectNode target(ObjectNode target) {
    ObjectNode row = copy(target);
    row.putIfAbsent("alias", Trees.parse("null"));
    row.putIfAbsent("mode", Trees.text("ISCSI"));
    row.putIfAbsent("groups", Trees.array());
    if (generation == Generation.CORE_13) {
      row.remove("auth_networks");
    } else {
      row.putIfAbsent("auth_networks", Trees.array());
    }
    if (since(Generation.ELECTRIC_EEL_24_10)) {
      row.putIfAbsent("rel_tgt_id", target.path("id"));
    } else {
      row.remove("rel_tgt_id");
    }
    return row;
  }

  ObjectNode extent(ObjectNode extent) {
    ObjectNode row = copy(extent);
    row.putIfAbsent("filesize", Trees.text("0"));
    row.putIfAbsent("enabled", Trees.parse("true"));
    row.putIfAbsent("locked", Trees.parse("false"));
    if (since(Generation.GOLDEYE_25_10)) {
      row.putIfAbsent("product_id", Trees.text("iSCSI Disk"));
    } else {
      row.remove("product_id");
    }
    return row;
  }

  ObjectNode portal(ObjectNode portal) {
    ObjectNode row = copy(portal);
    row.remove(List.of("discovery_authmethod", "discovery_authgroup"));
    if (!since(Generation.FANGTOOTH_25_04)) {
      row.put("discovery_authmethod", "NONE").putNull("discovery_authgroup");
    }
    return row;
  }

  ObjectNode initiator(ObjectNode initiator) {
    ObjectNode row = copy(initiator);
    row.remove("auth_network");
    if (generation == Generation.CORE_13) {
      row.putArray("auth_network");
    }
    return row;
  }
}
