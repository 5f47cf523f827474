package dev.poolkeeper.tests.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * One night of a scenario: folders laid over each other.
 *
 * <p>A file replaces that of the same path. {@code X.more.json} adds its rows to those of {@code
 * X.json}. Files that {@code without.txt} names, one a line, are left out.
 *
 * @param layers from the bottom up
 * @param folder holds expected.txt
 */
record ScenarioNight(List<Path> layers, Path folder) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MORE = ".more.json";

  List<String> expected() {
    return Scenario.read(folder.resolve("expected.txt")).lines().toList();
  }

  /** The estate's files as they lie over each other, by path. */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    layers.forEach(layer -> lay(layer, files));
    return files;
  }

  /** Writes an estate's files. */
  static Path write(Map<String, byte[]> files, Path directory) {
    files.forEach(
        (path, content) -> {
          Path file = directory.resolve(path);
          try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, content);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
    return directory;
  }

  private static void lay(Path layer, Map<String, byte[]> files) {
    for (Path file : estateFiles(layer)) {
      String path = layer.relativize(file).toString().replace('\\', '/');
      if (path.endsWith(MORE)) {
        String grown = path.substring(0, path.length() - MORE.length()) + ".json";
        files.put(grown, add(files.getOrDefault(grown, new byte[0]), Scenario.read(file), path));
      } else {
        files.put(path, Scenario.read(file).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    Path without = layer.resolve("without.txt");
    if (Files.exists(without)) {
      Scenario.read(without).lines().forEach(files::remove);
    }
  }

  private static List<Path> estateFiles(Path layer) {
    try (Stream<Path> files = Files.walk(layer)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !layer.relativize(file).startsWith("night-"))
          .filter(
              file ->
                  layer.relativize(file).getName(0).toString().matches("estate.json|clusters|nas"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] add(byte[] list, String more, String path) {
    if (list.length == 0) {
      throw new IllegalStateException(path + " adds to a list that is not there");
    }
    JsonNode tree = JSON.readTree(list);
    JsonNode added = JSON.readTree(more);
    rows(tree).addAll(added.isArray() ? (ArrayNode) added : rows(added));
    return JSON.writeValueAsBytes(tree);
  }

  /** The rows of what kubectl or midclt printed. */
  static ArrayNode rows(JsonNode list) {
    return (ArrayNode) (list.isArray() ? list : list.path("items"));
  }
}
