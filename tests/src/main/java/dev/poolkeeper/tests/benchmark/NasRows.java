package dev.poolkeeper.tests.benchmark;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows as midclt prints them. */
final class NasRows {

  static final List<String> EMPTY_LISTS =
      List.of(
          "replication.query",
          "sharing.smb.query",
          "iscsi.portal.query",
          "iscsi.initiator.query",
          "iscsi.target.query",
          "iscsi.extent.query",
          "iscsi.targetextent.query",
          "iscsi.global.sessions",
          "nvmet.subsys.query",
          "nvmet.namespace.query",
          "alert.list");

  private static final JsonMapper JSON = new JsonMapper();
  private static final long DAY_SECONDS = 86_400;
  private static final DateTimeFormatter SCHEMA =
      DateTimeFormatter.ofPattern("'auto-'yyyy-MM-dd_HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private NasRows() {}

  static Map<String, JsonNode> documents() {
    return Map.of(
        "system.info",
        JSON.createObjectNode()
            .put("version", "25.10.1")
            .put("hostname", "nas1")
            .put("timezone", "UTC"),
        "system.host_id",
        JSON.getNodeFactory().stringNode("0123456789abcdef0123456789abcdef"),
        "iscsi.global.config",
        JSON.createObjectNode().put("basename", "iqn.2005-10.org.freenas.ctl"));
  }

  static ObjectNode pool() {
    return JSON.createObjectNode()
        .put("id", 1)
        .put("name", "tank")
        .put("guid", "1234567890123456789")
        .put("path", "/mnt/tank")
        .put("status", "ONLINE")
        .put("healthy", true)
        .put("size", 1L << 50)
        .put("allocated", 1L << 49)
        .put("free", 1L << 49)
        .put("fragmentation", "12");
  }

  static Stream<ObjectNode> parents() {
    return Stream.of("tank", "tank/k8s", Names.PARENT).map(id -> dataset(id, 1L << 40));
  }

  static ObjectNode dataset(int index) {
    ObjectNode row = dataset(Names.dataset(index), Names.usedBytes(index));
    row.set("refquota", bytes(10L << 30));
    ObjectNode properties = row.putObject("user_properties");
    properties.set("democratic-csi:managed_resource", local("true"));
    properties.set("democratic-csi:csi_volume_name", local(Names.volume(index)));
    properties.set("democratic-csi:provision_success", local("true"));
    return row;
  }

  private static ObjectNode dataset(String id, long usedBytes) {
    ObjectNode row =
        JSON.createObjectNode()
            .put("id", id)
            .put("name", id)
            .put("pool", "tank")
            .put("type", "FILESYSTEM")
            .put("mountpoint", "/mnt/" + id)
            .put("encrypted", false)
            .put("locked", false);
    row.putArray("children");
    row.set("used", bytes(usedBytes));
    row.set("usedbydataset", bytes(usedBytes));
    row.set("usedbysnapshots", bytes(0));
    row.set("usedbychildren", bytes(0));
    row.set("usedbyrefreservation", bytes(0));
    row.set("available", bytes(1L << 49));
    row.set("origin", property("", ""));
    row.set("readonly", property("off", "off"));
    row.set("creation", creation(Names.CREATED_SECONDS));
    row.putObject("user_properties");
    return row;
  }

  static ObjectNode share(int index) {
    String dataset = Names.dataset(index);
    ObjectNode row =
        JSON.createObjectNode()
            .put("id", index + 1)
            .put("path", "/mnt/" + dataset)
            .put("comment", "democratic-csi (%s): %s".formatted(Names.DRIVER, dataset))
            .put("enabled", true)
            .put("locked", false);
    row.putArray("aliases");
    row.putArray("networks");
    row.putArray("hosts");
    return row;
  }

  /** The nth daily snapshot of a volume, as a periodic task makes them. */
  static ObjectNode snapshot(int volume, int number) {
    String dataset = Names.dataset(volume);
    long seconds = Names.CREATED_SECONDS + (number + 1) * DAY_SECONDS;
    String name = SCHEMA.format(Instant.ofEpochSecond(seconds));
    ObjectNode row =
        JSON.createObjectNode()
            .put("id", dataset + "@" + name)
            .put("name", dataset + "@" + name)
            .put("pool", "tank")
            .put("dataset", dataset)
            .put("snapshot_name", name)
            .put("type", "SNAPSHOT")
            .put("createtxg", Long.toString(1_000_000L + number * 100_000L + volume));
    ObjectNode properties = row.putObject("properties");
    properties.set("creation", creation(seconds));
    properties.set("used", bytes(1L << 20));
    properties.set("referenced", bytes(Names.usedBytes(volume)));
    properties.set("userrefs", bytes(0));
    properties.set("defer_destroy", property("off", "off"));
    return row;
  }

  static ObjectNode task() {
    ObjectNode row =
        JSON.createObjectNode()
            .put("id", 1)
            .put("dataset", "tank/k8s")
            .put("recursive", true)
            .put("lifetime_value", 2)
            .put("lifetime_unit", "MONTH")
            .put("naming_schema", "auto-%Y-%m-%d_%H-%M")
            .put("enabled", true);
    row.putArray("exclude");
    return row;
  }

  private static ObjectNode creation(long seconds) {
    ObjectNode property = property(Long.toString(seconds), "");
    property.putObject("parsed").put("$date", seconds * 1000);
    return property;
  }

  private static ObjectNode local(String value) {
    return property(value, value).put("source", "LOCAL");
  }

  private static ObjectNode bytes(long bytes) {
    return property(Long.toString(bytes), "").put("parsed", bytes);
  }

  private static ObjectNode property(String raw, String parsed) {
    return JSON.createObjectNode()
        .put("parsed", parsed)
        .put("rawvalue", raw)
        .put("value", raw)
        .put("source", "NONE");
  }
}
