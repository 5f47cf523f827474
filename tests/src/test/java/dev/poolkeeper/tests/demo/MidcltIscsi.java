package dev.poolkeeper.tests.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of the iSCSI queries: one target, one extent and one link for each block volume. */
final class MidcltIscsi {
  private static final int SCRATCH_ID = 1;
  private static final String SCRATCH = "hypervisor-scratch";
  private static final String SCRATCH_INITIATOR = "iqn.1998-01.com.example:hypervisor-1";

  private final Appliance nas;
  private final List<Volume> exported;
  private final LocalDate night;

  MidcltIscsi(Estate estate, Appliance nas, LocalDate night) {
    this.nas = nas;
    this.night = night;
    this.exported =
        estate.volumesOn(nas).stream()
            .filter(volume -> !volume.profile.isNfs() && volume.share.on(night))
            .toList();
  }

  JsonObject globalConfig() {
    JsonObject config =
        Json.object("id", 1)
            .with("basename", Appliance.IQN_BASE)
            .with("isns_servers", List.of())
            .with("listen_port", 3260)
            .with("pool_avail_threshold", null)
            .with("alua", false);
    if (nas.isGoldeye()) {
      config.put("iser", false);
    }
    return config;
  }

  List<?> portals() {
    JsonObject portal =
        Json.object("id", 1)
            .with("tag", 1)
            .with("comment", "storage network")
            .with("listen", List.of(Json.object("ip", nas.address()).with("port", 3260)));
    if (!nas.isGoldeye()) {
      portal.put("discovery_authmethod", "NONE");
      portal.put("discovery_authgroup", null);
    }
    return List.of(portal);
  }

  List<?> initiators() {
    return List.of(
        Json.object("id", 1).with("initiators", List.of()).with("comment", "kubernetes nodes"),
        Json.object("id", 2)
            .with("initiators", List.of(SCRATCH_INITIATOR))
            .with("comment", "hypervisor"));
  }

  List<?> targets() {
    List<JsonObject> rows = new ArrayList<>();
    if (nas.isGoldeye()) {
      rows.add(target(SCRATCH_ID, SCRATCH, null));
    }
    exported.forEach(
        volume -> rows.add(target(volume.number, volume.target(), description(volume))));
    return rows;
  }

  private static @Nullable String description(Volume volume) {
    return volume.profile.driver().isDemocratic() ? null : "CSI volume " + volume.handle();
  }

  private JsonObject target(int id, String name, @Nullable String alias) {
    JsonObject group =
        Json.object("portal", 1)
            .with("initiator", id == SCRATCH_ID ? 2 : 1)
            .with("authmethod", "NONE")
            .with("auth", null);
    JsonObject row =
        Json.object("id", id)
            .with("name", name)
            .with("alias", alias)
            .with("mode", "ISCSI")
            .with("groups", List.of(group))
            .with("auth_networks", List.of())
            .with("rel_tgt_id", id);
    if (nas.isGoldeye()) {
      row.put("iscsi_parameters", null);
    }
    return row;
  }

  List<?> extents() {
    List<JsonObject> rows = new ArrayList<>();
    if (nas.isGoldeye()) {
      rows.add(extent(SCRATCH_ID, SCRATCH, "flash/scratch"));
      rows.add(extent(2, "build-agent", "flash/vm/build agent"));
    }
    exported.forEach(
        volume -> rows.add(extent(volume.number, volume.extent(), volume.datasetId())));
    return rows;
  }

  /** The database of TrueNAS writes a space in a zvol's path as a plus sign. */
  private JsonObject extent(int id, String name, String datasetId) {
    String disk = "zvol/" + datasetId.replace(' ', '+');
    String serial = Draw.hex("serial/" + nas + datasetId).substring(0, 15);
    JsonObject row =
        Json.object("id", id)
            .with("name", name)
            .with("type", "DISK")
            .with("disk", disk)
            .with("path", disk)
            .with("serial", serial)
            .with("filesize", "0")
            .with("blocksize", 512)
            .with("pblocksize", true)
            .with("avail_threshold", null)
            .with("comment", "")
            .with("naa", "0x6589cfc000000" + Draw.hex("naa/" + serial).substring(0, 19))
            .with("insecure_tpc", true)
            .with("xen", false)
            .with("rpm", "SSD")
            .with("ro", false)
            .with("enabled", true)
            .with("vendor", "TrueNAS")
            .with("locked", false);
    if (nas.isGoldeye()) {
      row.put("product_id", "iSCSI Disk");
    }
    return row;
  }

  List<?> targetExtents() {
    List<JsonObject> rows = new ArrayList<>();
    if (nas.isGoldeye()) {
      rows.add(link(SCRATCH_ID));
      rows.add(Json.object("id", 2).with("target", SCRATCH_ID).with("lunid", 1).with("extent", 2));
    }
    exported.forEach(volume -> rows.add(link(volume.number)));
    return rows;
  }

  private static JsonObject link(int id) {
    return Json.object("id", id).with("target", id).with("lunid", 0).with("extent", id);
  }

  List<?> sessions() {
    List<JsonObject> rows = new ArrayList<>();
    if (nas.isGoldeye()) {
      rows.add(session(SCRATCH_INITIATOR, "198.51.100.50", SCRATCH, null));
    }
    exported.stream()
        .filter(volume -> volume.isMounted(night))
        .forEach(
            volume ->
                rows.add(
                    session(
                        volume.cluster().initiatorOf(volume.node()),
                        volume.cluster().addressOf(volume.node()),
                        volume.target(),
                        description(volume))));
    return rows;
  }

  private static JsonObject session(
      String initiator, String address, String target, @Nullable String alias) {
    return Json.object("initiator", initiator)
        .with("initiator_addr", address)
        .with("initiator_alias", null)
        .with("target", Appliance.IQN_BASE + ":" + target)
        .with("target_alias", alias == null ? "" : alias)
        .with("header_digest", null)
        .with("data_digest", null)
        .with("max_data_segment_length", 262_144)
        .with("max_receive_data_segment_length", 262_144)
        .with("max_burst_length", 262_144)
        .with("first_burst_length", 65_536)
        .with("immediate_data", true)
        .with("iser", false)
        .with("offload", false);
  }
}
