package dev.poolkeeper.tests.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/**
 * The recorded lists of one cluster: {@code <plural>.json} each, where a plural may name its group.
 */
final class ClusterFolder {

  static final String VOLUME_STATS = "volume-stats";
  private static final String SUFFIX = ".json";

  private ClusterFolder() {}

  static Map<String, List<JsonNode>> read(Path folder) {
    Map<String, List<JsonNode>> lists = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .forEach(
              file -> {
                String name = file.getFileName().toString();
                String plural = name.substring(0, name.length() - SUFFIX.length());
                lists.put(plural.replaceFirst("\\..*", ""), items(file));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }

  /** The items of a list; of kubelet summaries all documents, in a list or one after the other. */
  private static List<JsonNode> items(Path file) {
    List<JsonNode> items = new ArrayList<>();
    try (MappingIterator<JsonNode> documents =
        Trees.MAPPER.readerFor(JsonNode.class).readValues(file.toFile())) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document.path("items").isArray()) {
          document.path("items").forEach(items::add);
        } else {
          items.add(document);
        }
      }
    }
    return items;
  }
}
