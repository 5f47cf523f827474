package dev.poolkeeper.tests.live;

import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.SimulatedEstate;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated estate, and poolkeepers that are configured to read it. */
final class LiveEstateOnPorts implements AutoCloseable {

  private final Path folder;
  private final SimulatedEstate systems;
  private final Path configuration;
  private int ledgers;

  private LiveEstateOnPorts(Path folder, SimulatedEstate systems) {
    this.folder = folder;
    this.systems = systems;
    this.configuration = systems.write(folder.resolve("configuration"));
  }

  static LiveEstateOnPorts start(Path folder, Path recording, Generation release) {
    return new LiveEstateOnPorts(folder, SimulatedEstate.start(recording, release));
  }

  SimulatedEstate systems() {
    return systems;
  }

  Path configuration() {
    return configuration;
  }

  /** The configuration with one text in place of another. */
  Path configuration(String old, String other) {
    return write("changed.yaml", read(configuration).replace(old, other));
  }

  /** The command line with a new ledger. */
  Poolkeeper poolkeeper() {
    try {
      return SharedServer.poolkeeper(Files.createDirectory(folder.resolve("ledger-" + ++ledgers)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A live night. */
  Poolkeeper.Said night(Poolkeeper poolkeeper, Path config) {
    return poolkeeper.run(
        "run", "nightly", "--config", config.toString(), "--out", poolkeeper.out().toString());
  }

  /** Findings without what differs from night to night. */
  static List<String> findings(Poolkeeper poolkeeper) {
    Poolkeeper.Said said = poolkeeper.run("findings", "-o", "json");
    return said.json()
        .valueStream()
        .map(
            f ->
                "%s %s %s %s"
                    .formatted(
                        f.path("code").asString(),
                        f.path("subject").asString(),
                        f.path("status").asString(),
                        f.path("reclaimableBytes")))
        .sorted()
        .toList();
  }

  /** The last nightly.json. */
  static JsonNode report(Poolkeeper poolkeeper) {
    return new JsonMapper().readTree(read(last(poolkeeper.out(), "nightly.json")));
  }

  static Path last(Path out, String name) {
    try (Stream<Path> tree = Files.walk(out)) {
      return tree.filter(file -> file.endsWith(name)).sorted().reduce((a, b) -> b).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(configuration.resolveSibling(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a person reads in the file; of a PDF that is not what its bytes say. */
  static String read(Path file) {
    try {
      return file.toString().endsWith(".pdf") ? pages(file) : Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pages(Path file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Override
  public void close() {
    systems.close();
  }
}
