package dev.poolkeeper.tests.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one night of the archive back as plain JSON, knowing nothing of the generator. */
final class RecordedNight {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, byte[]> files;
  private final String root;

  RecordedNight(Map<String, byte[]> files, LocalDate night) {
    this.files = files;
    this.root = "nights/" + night + "/";
  }

  JsonNode estate() {
    return json("estate.json");
  }

  boolean hasMethod(String nas, String method) {
    return files.containsKey(root + "nas/" + nas + "/" + method + ".json");
  }

  List<JsonNode> rows(String nas, String method) {
    return elements(json("nas/" + nas + "/" + method + ".json")).toList();
  }

  List<JsonNode> items(String cluster, String plural) {
    return elements(json("clusters/" + cluster + "/" + plural + ".json").path("items")).toList();
  }

  /** All datasets, whether the answer was flat or a tree. */
  List<JsonNode> datasets(String nas) {
    return rows(nas, "pool.dataset.query").stream().flatMap(RecordedNight::withChildren).toList();
  }

  Set<String> datasetIds() {
    return Stream.of("nas1", "nas2")
        .flatMap(nas -> datasets(nas).stream())
        .map(dataset -> dataset.path("id").asString())
        .collect(Collectors.toSet());
  }

  List<JsonNode> snapshots(String nas) {
    return rows(nas, nas.equals("nas2") ? "pool.snapshot.query" : "zfs.snapshot.query");
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Stream<JsonNode> withChildren(JsonNode dataset) {
    return Stream.concat(
        Stream.of(dataset),
        elements(dataset.path("children")).flatMap(RecordedNight::withChildren));
  }

  private JsonNode json(String path) {
    byte[] content = files.get(root + path);
    if (content == null) {
      throw new IllegalArgumentException("not recorded: " + root + path);
    }
    return MAPPER.readTree(content);
  }
}
