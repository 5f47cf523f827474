package dev.poolkeeper.tests.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One folder of the corpus: a recorded estate, laid over the common one, with what must be said.
 *
 * @param folder holds about.txt, expected.txt and the files that differ; or, for a story of several
 *     nights, what all of them share and a folder night-N for each
 */
record Scenario(Path folder) {

  private static final String BASE = "base";

  /** Every scenario, the common estate as it is among them, sorted by name. */
  static List<Scenario> all() {
    return folders(corpus()).map(Scenario::new).toList();
  }

  static Path corpus() {
    URL corpus = Objects.requireNonNull(Scenario.class.getResource("/corpus"), "corpus/");
    try {
      return Path.of(corpus.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<Path> folders(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** What went wrong upstream and what must be said here. */
  String about() {
    return read(folder.resolve("about.txt"));
  }

  /** Its nights in order; most have but one. */
  List<ScenarioNight> nights() {
    List<Path> stories =
        folders(folder).filter(f -> f.getFileName().toString().startsWith("night-")).toList();
    Path base = corpus().resolve(BASE);
    List<Path> shared = name().equals(BASE) ? List.of(base) : List.of(base, folder);
    return stories.isEmpty()
        ? List.of(new ScenarioNight(shared, folder))
        : stories.stream()
            .map(
                night ->
                    new ScenarioNight(
                        Stream.concat(shared.stream(), Stream.of(night)).toList(), night))
            .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
