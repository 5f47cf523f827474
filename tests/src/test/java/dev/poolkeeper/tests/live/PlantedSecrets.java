package dev.poolkeeper.tests.live;

import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a secret into every place of a recording where a live source may hold one. */
final class PlantedSecrets {

  static final String MARK = TrueNasSimulator.PLANTED_SECRET;

  private static final JsonMapper JSON = new JsonMapper();

  private PlantedSecrets() {}

  static void plant(Path estate) throws IOException {
    for (Path file : files(estate.resolve("clusters"))) {
      ObjectNode list = (ObjectNode) JSON.readTree(Files.readString(file));
      list.path("items").values().forEach(item -> inObject((ObjectNode) item));
      if (file.endsWith("pods.json")) {
        list.withArray("items").add(pod());
      }
      Files.writeString(file, list.toString());
    }
    for (Path file : files(estate.resolve("nas"))) {
      JsonNode answer = JSON.readTree(Files.readString(file));
      if (answer instanceof ArrayNode rows) {
        rows.values().forEach(row -> inRow((ObjectNode) row));
      } else if (answer instanceof ObjectNode row) {
        inRow(row);
      }
      Files.writeString(file, answer.toString());
    }
    Path nas = estate.resolve("nas/nas1");
    Files.writeString(
        nas.resolve("replication.query.json"),
        JSON.createArrayNode().add(replication()).toString());
    Files.writeString(
        nas.resolve("iscsi.target.query.json"), JSON.createArrayNode().add(target()).toString());
    Files.writeString(
        nas.resolve("alert.list.json"), JSON.createArrayNode().add(alert()).toString());
    users()
        .forEach(
            (method, row) ->
                write(nas.resolve(method + ".json"), JSON.createArrayNode().add(row).toString()));
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path side) throws IOException {
    try (Stream<Path> tree = Files.walk(side)) {
      return tree.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  private static void inObject(ObjectNode item) {
    ObjectNode metadata = item.withObject("metadata");
    metadata
        .withObject("annotations")
        .put("kubectl.kubernetes.io/last-applied-configuration", "{\"password\": \"" + MARK + "\"}")
        .put("example.com/token", MARK);
    metadata.withObject("labels").put("token", MARK);
    metadata.withArray("managedFields").addObject().put("manager", MARK);
    item.withObject("parameters").put("chap-secret", MARK).put("token", MARK);
    if (item.path("spec").path("csi").isObject()) {
      ObjectNode csi = (ObjectNode) item.path("spec").path("csi");
      csi.withObject("volumeAttributes")
          .put("node-db.node.session.auth.password", MARK)
          .put("snapshotClassSecretName", MARK)
          .put("encryptionPassphrase", MARK);
      csi.withObject("nodeStageSecretRef").put("name", MARK);
    }
  }

  private static ObjectNode pod() {
    ObjectNode pod =
        (ObjectNode)
            JSON.readTree(
                """
                {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "app", "namespace": "media", "uid": "u-app",
                   "creationTimestamp": "2026-01-01T00:00:00Z"},
                 "status": {"phase": "Running"},
                 "spec": {"nodeName": "node-1",
                   "containers": [{"name": "c", "args": ["--password=MARK"], "command": ["MARK"],
                     "env": [{"name": "PASSWORD", "value": "MARK"}]}],
                   "volumes": [
                     {"name": "data", "persistentVolumeClaim": {"claimName": "steady-1"}},
                     {"name": "key", "secret": {"secretName": "MARK"}},
                     {"name": "inline", "csi": {"driver": "org.democratic-csi.nfs",
                       "volumeAttributes": {"secret": "MARK", "server": "10.0.0.5"},
                       "nodePublishSecretRef": {"name": "MARK"}}}]}}
                """
                    .replace("MARK", MARK));
    inObject(pod);
    return pod;
  }

  private static void inRow(ObjectNode row) {
    row.put("passphrase", MARK).put("license", MARK).put("traceback", MARK);
    if (row.has("user_properties")) {
      ObjectNode properties = row.withObject("user_properties");
      property(properties, "org.example:password", MARK);
      property(properties, "democratic-csi:csi_secret", MARK);
      property(
          properties,
          "democratic-csi:csi_volume_content_source",
          "{\"node_attach_driver\": \"nfs\", \"chap_password\": \"" + MARK + "\"}");
    }
  }

  private static void property(ObjectNode properties, String name, String value) {
    properties
        .withObject(name)
        .put("value", value)
        .put("rawvalue", value)
        .put("parsed", value)
        .put("source", "LOCAL");
  }

  private static ObjectNode replication() {
    return marked(
        """
        {"id": 1, "name": "offsite", "direction": "PUSH", "transport": "SSH",
         "source_datasets": ["tank/other"], "target_dataset": "backup/other", "recursive": true,
         "enabled": true, "encryption_key": "MARK",
         "ssh_credentials": {"id": 1, "attributes": {"private_key": "MARK"}}}
        """);
  }

  private static ObjectNode target() {
    return marked(
        """
        {"id": 1, "name": "other", "alias": null, "mode": "ISCSI",
         "groups": [{"portal": 1, "auth": 1, "secret": "MARK", "peersecret": "MARK"}]}
        """);
  }

  private static Map<String, ObjectNode> users() {
    return Map.of(
        "vm.device.query",
        marked(
            """
            {"id": 1, "vm": 1, "order": 1000, "attributes": {"dtype": "DISPLAY", "password": "MARK"}}
            """),
        "app.query",
        marked(
            """
            {"id": "plex", "name": "plex", "config": {"token": "MARK"}, "notes": "MARK",
             "active_workloads": {"volumes": [{"source": "/mnt/tank/media", "destination": "MARK"}]}}
            """),
        "cloudsync.query",
        marked(
            """
            {"id": 1, "description": "off site", "path": "/mnt/tank/media", "args": "MARK",
             "encryption_password": "MARK", "credentials": {"provider": {"pass": "MARK"}}}
            """),
        "rsynctask.query",
        marked(
            """
            {"id": 1, "desc": "off site", "path": "/mnt/tank/media", "extra": ["MARK"],
             "remotehost": "MARK", "ssh_credentials": {"attributes": {"private_key": "MARK"}}}
            """));
  }

  private static ObjectNode alert() {
    return marked(
        """
        {"uuid": "a-1", "id": "a-1", "klass": "ScrubFinished", "level": "INFO",
         "formatted": "Scrub finished", "text": "Scrub finished", "args": {"token": "MARK"},
         "mail": "MARK", "datetime": {"$date": 1770000000000}, "dismissed": false}
        """);
  }

  private static ObjectNode marked(String text) {
    return (ObjectNode) JSON.readTree(text.replace("MARK", MARK));
  }
}
