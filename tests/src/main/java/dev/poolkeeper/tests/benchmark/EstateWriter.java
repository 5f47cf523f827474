package dev.poolkeeper.tests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a generated estate as a recorded one: {@code EstateWriter DIR VOLUMES SNAPSHOTS}. */
public final class EstateWriter {

  private static final JsonMapper JSON = new JsonMapper();

  private EstateWriter() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: EstateWriter DIR VOLUMES SNAPSHOTS");
      System.exit(2);
    }
    GeneratedEstate estate =
        new GeneratedEstate(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    write(estate, Path.of(arguments[0]), Instant.now());
  }

  /** Writes it, as captured at the given time. */
  public static void write(GeneratedEstate estate, Path folder, Instant capturedAt)
      throws IOException {
    Path nas = Files.createDirectories(folder.resolve("nas/nas1"));
    Path cluster = Files.createDirectories(folder.resolve("clusters/prod-a"));
    Files.writeString(
        folder.resolve("estate.json"),
        JSON.writeValueAsString(
            Map.of(
                "capturedAt",
                capturedAt.toString(),
                "clusters",
                List.of("prod-a"),
                "nas",
                List.of("nas1"),
                "addresses",
                Map.of("nas1", List.of("192.0.2.10")))));
    for (Map.Entry<String, Iterable<ObjectNode>> list : estate.nasLists().entrySet()) {
      list(nas.resolve(list.getKey() + ".json"), list.getValue(), false);
    }
    for (Map.Entry<String, JsonNode> document : estate.nasDocuments().entrySet()) {
      Files.writeString(nas.resolve(document.getKey() + ".json"), document.getValue().toString());
    }
    for (Map.Entry<String, Iterable<ObjectNode>> list : estate.clusterLists().entrySet()) {
      list(cluster.resolve(list.getKey() + ".json"), list.getValue(), true);
    }
  }

  private static void list(Path file, Iterable<ObjectNode> rows, boolean kubernetes) {
    try (JsonGenerator json = JSON.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      if (kubernetes) {
        json.writeStartObject();
        json.writeStringProperty("apiVersion", "v1");
        json.writeStringProperty("kind", "List");
        json.writeName("items");
      }
      json.writeStartArray();
      rows.forEach(row -> JSON.writeTree(json, row));
      json.writeEndArray();
      if (kubernetes) {
        json.writeEndObject();
      }
    }
  }
}
