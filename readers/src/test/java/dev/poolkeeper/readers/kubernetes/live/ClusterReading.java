package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.LiveReader;
import dev.poolkeeper.readers.source.Retry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a live cluster prod-a as a run does, and keeps what came of it. */
final class ClusterReading implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-02-11T02:00:00Z");

  private final LiveCluster cluster;
  private final LiveReader reader;

  /** What one kind gave. */
  record Read(Capture capture, List<InventoryObject> objects) {

    List<String> subjects() {
      return objects.stream().map(object -> object.subject().toString()).toList();
    }

    CaptureProblem problem() {
      if (capture.problems().size() != 1) {
        throw new AssertionError(capture.toString());
      }
      return capture.problems().get(0);
    }
  }

  ClusterReading(Path kubeconfig) {
    this(access(kubeconfig));
  }

  static ClusterAccess access(Path kubeconfig) {
    return access(kubeconfig, false, Duration.ofSeconds(20), Optional.empty());
  }

  ClusterReading(ClusterAccess access) {
    this(access, Clock.systemUTC());
  }

  ClusterReading(ClusterAccess access, Clock clock) {
    cluster = new LiveCluster(access, new Retry(3, Duration.ofMillis(1)), clock);
    reader = new LiveReader("prod-a", cluster, NOW);
  }

  static ClusterAccess access(
      Path kubeconfig, boolean stats, Duration timeout, Optional<PrometheusAccess> prometheus) {
    return new ClusterAccess(
        "prod-a", Optional.of(kubeconfig), Optional.empty(), stats, timeout, prometheus);
  }

  Read read(ObjectKind kind) {
    List<InventoryObject> objects = new ArrayList<>();
    Capture capture =
        reader.read(
            kind,
            new InventorySink() {
              @Override
              public void accept(InventoryObject object) {
                objects.add(object);
              }

              @Override
              public void acceptByName(InventoryObject object) {
                throw new AssertionError("a cluster lists everything in full");
              }

              @Override
              public void startOver() {
                objects.clear();
              }
            });
    return new Read(capture, objects);
  }

  SourceContact contact() {
    return reader.contact();
  }

  List<CheckLine> check() {
    List<CheckLine> lines = new ArrayList<>();
    cluster.check(lines::add);
    return lines;
  }

  @Override
  public void close() {
    reader.close();
  }
}
