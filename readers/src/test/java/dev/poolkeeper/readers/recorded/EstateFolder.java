package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds a recorded estate of cluster prod-a and NAS nas1, and reads parts of it. */
public final class EstateFolder {

  public static final Instant CAPTURED = Instant.parse("2026-02-11T02:00:00Z");
  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final Path directory;

  public EstateFolder(Path directory) {
    this.directory = directory;
    file(
        "estate.json",
        """
        {"capturedAt": "2026-02-11T02:00:00Z", "clusters": ["prod-a"], "nas": ["nas1"]}""");
  }

  /** What one reading gave. */
  public record Read(Capture capture, List<InventoryObject> objects) {

    public <T> T only(Class<T> type) {
      if (objects.size() != 1) {
        throw new AssertionError(capture + " " + objects);
      }
      return type.cast(objects.get(0));
    }

    public <T> List<T> all(Class<T> type) {
      return objects.stream().map(type::cast).toList();
    }
  }

  public EstateFolder file(String relative, String content) {
    return file(relative, content.getBytes(StandardCharsets.UTF_8));
  }

  public EstateFolder file(String relative, byte[] content) {
    try {
      Path file = directory.resolve(relative);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public EstateFolder nas(String method, String content) {
    return file("nas/nas1/" + method + ".json", content);
  }

  /** A list as kubectl prints it. */
  public EstateFolder cluster(String plural, String... items) {
    return clusterFile(
        plural,
        "{\"apiVersion\": \"v1\", \"items\": ["
            + String.join(",\n", items)
            + "], \"kind\": \"List\", \"metadata\": {\"resourceVersion\": \"\"}}");
  }

  public EstateFolder clusterFile(String plural, String content) {
    return file("clusters/prod-a/" + plural + ".json", content);
  }

  public RecordedEstate open() {
    return RecordedEstate.open(directory, NOW);
  }

  public Read read(ObjectKind kind) {
    RecordedEstate estate = open();
    String source = kind.side() == Side.CLUSTER ? "prod-a" : "nas1";
    List<InventoryObject> objects = new ArrayList<>();
    Capture capture = estate.read(source, kind, objects::add);
    return new Read(capture, objects);
  }
}
