package dev.poolkeeper.tests.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The last night of a scenario, written and read once for all tests: its folder, files and content.
 * Whoever changes a file in the folder puts it back.
 */
record Recording(Path folder, Map<String, byte[]> files, ReadEstate estate) {

  private static final Path DIRECTORY = directory();
  private static final Map<Scenario, Recording> ALL = new HashMap<>();

  static Recording of(Scenario scenario) {
    return ALL.computeIfAbsent(scenario, Recording::write);
  }

  /** Writes and reads an estate in a folder of this name. */
  static Recording write(Map<String, byte[]> files, String folder) {
    Path written = ScenarioNight.write(files, DIRECTORY.resolve(folder));
    return new Recording(written, files, ReadEstate.of(written));
  }

  private static Recording write(Scenario scenario) {
    List<ScenarioNight> nights = scenario.nights();
    return write(nights.get(nights.size() - 1).files(), scenario.name());
  }

  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("corpus-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return directory;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> entries = Files.walk(directory)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
