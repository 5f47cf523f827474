package dev.poolkeeper.tests.proposal;

import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A recorded estate with zvols, which are served over iSCSI, beside its filesystems. */
final class LeakyRecording {

  static final String NIGHT = "2026-02-11";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Path nas;
  private int zvols;

  LeakyRecording(SmallEstate estate, Path folder) {
    this.folder = estate.write(folder, NIGHT);
    this.nas = folder.resolve("nas/nas1");
    change(folder.resolve("clusters/prod-a/persistentvolumes.json"), LeakyRecording::bind);
  }

  /** Volumes know their claims by uid, as those do that were bound once. */
  private static JsonNode bind(JsonNode list) {
    for (JsonNode volume : list.path("items")) {
      JsonNode claim = volume.at("/spec/claimRef");
      claim.asObject().put("uid", "PersistentVolumeClaim-media-" + claim.path("name").asString());
    }
    return list;
  }

  Path folder() {
    return folder;
  }

  /** A driver's zvol that no volume uses, with target, extent and link. */
  LeakyRecording zvol(String name) {
    return zvol("tank/k8s/vols/" + name, name, true);
  }

  /** A zvol of a person, served in the same way. */
  LeakyRecording ownZvol(String name) {
    return zvol("tank/" + name, name, false);
  }

  private LeakyRecording zvol(String id, String name, boolean ofDriver) {
    int number = ++zvols;
    change(
        "pool.dataset.query",
        rows -> {
          ObjectNode row = rows.get(rows.size() - 1).deepCopy().asObject();
          row.put("id", id).put("name", id).put("type", "VOLUME").putNull("mountpoint");
          row.remove("refquota");
          row.set("used", size(10 << 20));
          row.set("volsize", size(10 << 20));
          ObjectNode marks = row.putObject("user_properties");
          if (ofDriver) {
            marks.set("democratic-csi:csi_volume_name", mark(name));
            marks.set("democratic-csi:provision_success", mark("true"));
          }
          return rows.add(row);
        });
    change(
        "iscsi.target.query",
        rows -> rows.add(rows.objectNode().put("id", number).put("name", "csi-" + name)));
    change(
        "iscsi.extent.query",
        rows ->
            rows.add(
                rows.objectNode()
                    .put("id", 10 + number)
                    .put("name", "csi-" + name)
                    .put("type", "DISK")
                    .put("disk", "zvol/" + id)
                    .put("path", "zvol/" + id)
                    .put("enabled", true)));
    change(
        "iscsi.targetextent.query",
        rows ->
            rows.add(
                rows.objectNode()
                    .put("id", 20 + number)
                    .put("target", number)
                    .put("extent", 10 + number)
                    .put("lunid", 0)));
    return this;
  }

  private static ObjectNode size(long bytes) {
    return JSON.createObjectNode()
        .put("parsed", bytes)
        .put("rawvalue", Long.toString(bytes))
        .put("value", Long.toString(bytes))
        .put("source", "NONE");
  }

  private static ObjectNode mark(String value) {
    return JSON.createObjectNode()
        .put("parsed", value)
        .put("rawvalue", value)
        .put("value", value)
        .put("source", "LOCAL");
  }

  private void change(String method, UnaryOperator<ArrayNode> change) {
    change(nas.resolve(method + ".json"), rows -> change.apply(rows.asArray()));
  }

  private static void change(Path file, UnaryOperator<JsonNode> change) {
    try {
      JsonNode content = JSON.readTree(Files.readString(file));
      Files.writeString(file, JSON.writeValueAsString(change.apply(content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
