package dev.poolkeeper.tests.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The recorded answers of one appliance: {@code <method>.json} each. */
final class NasFolder {

  private static final String SUFFIX = ".json";

  private NasFolder() {}

  static NasState read(Path folder) {
    Map<String, JsonNode> lists = new HashMap<>();
    Map<String, JsonNode> documents = new HashMap<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      String method = name.substring(0, name.length() - SUFFIX.length());
      JsonNode content = content(file);
      (content.isArray() ? lists : documents).put(method, content);
    }
    return new NasState(lists, documents);
  }

  /** A text may stand without quotes, as midclt prints it. */
  private static JsonNode content(Path file) {
    try {
      return Trees.read(file);
    } catch (JacksonException notJson) {
      try {
        return Trees.text(Files.readString(file).strip());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
