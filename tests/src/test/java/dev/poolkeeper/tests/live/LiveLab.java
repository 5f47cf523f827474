package dev.poolkeeper.tests.live;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.LiveCluster;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import dev.poolkeeper.readers.truenas.live.LiveNas;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.tests.acceptance.RecordedVerdicts;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.KubernetesSimulator;
import dev.poolkeeper.tests.simulator.Pace;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A simulated cluster prod-a and NAS nas1, read and judged live in this process. */
final class LiveLab implements AutoCloseable {

  private static final SimulatorTls TLS = SimulatorTls.valid();

  /** So many log-ins within a second would be refused for a while. */
  private static final Pace HURRIED =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1));

  /** Long enough for a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Duration patience = PATIENCE;

  private final TrueNasSimulator nas;
  private final KubernetesSimulator cluster;
  private final Path caFile;
  private final Path kubeconfig;

  /** What one side gave. */
  record Seen(List<Capture> captures, List<InventoryObject> objects) {

    Capture capture(ObjectKind kind) {
      return captures.stream().filter(c -> c.kind() == kind).findFirst().orElseThrow();
    }
  }

  LiveLab(Path estate, Path files, Generation generation) {
    this.nas = TrueNasSimulator.of(estate.resolve("nas/nas1"), generation).pace(HURRIED).start(TLS);
    this.cluster = KubernetesSimulator.start(estate.resolve("clusters/prod-a"), TLS);
    this.caFile = TLS.caFile(files.resolve("ca.crt"));
    this.kubeconfig = cluster.kubeconfig(files.resolve("kubeconfig"));
  }

  /** From now on nothing is waited for; what is slow is as good as lost. */
  void beHurried() {
    patience = Duration.ofMillis(400);
  }

  void bePatient() {
    patience = PATIENCE;
  }

  TrueNasSimulator nas() {
    return nas;
  }

  KubernetesSimulator cluster() {
    return cluster;
  }

  Seen readNas() {
    return read("nas1", Side.NAS, openNas());
  }

  LiveNas openNas() {
    NasAccess access =
        new NasAccess(
            "nas1",
            URI.create(nas.httpsUrl()),
            Optional.of(nas.username()),
            new Secret(nas.apiKey()),
            NasAccess.Api.AUTO,
            new TlsTrust.Authorities(caFile),
            patience,
            Duration.ofMinutes(5));
    return new LiveNas(access, KnownSnapshots.NONE, retry(), Clock.systemUTC());
  }

  Seen readCluster() {
    return read("prod-a", Side.CLUSTER, openCluster());
  }

  LiveCluster openCluster() {
    ClusterAccess access =
        new ClusterAccess(
            "prod-a",
            Optional.of(kubeconfig),
            Optional.of("simulated"),
            true,
            patience,
            Optional.empty());
    return new LiveCluster(access, retry(), Clock.systemUTC());
  }

  private static Retry retry() {
    return new Retry(2, Duration.ofMillis(1), Duration.ofMillis(5));
  }

  private static Seen read(String name, Side side, LiveSource source) {
    List<Capture> captures = new ArrayList<>();
    List<InventoryObject> objects = new ArrayList<>();
    try (source) {
      for (ObjectKind kind : ObjectKind.of(side)) {
        LiveParts.Part part = LiveParts.read(source, name, kind);
        captures.add(part.capture());
        objects.addAll(part.objects());
      }
    }
    return new Seen(captures, objects);
  }

  /** Judges what both sides gave, on a night after one with these rows. */
  static RecordedVerdicts judge(Seen one, Seen other, Map<String, Long> rowsBefore) {
    Estate estate = new Estate(Instant.now(), List.of("prod-a"), List.of("nas1"), Map.of());
    return RecordedVerdicts.of(
        new Inventory(
            estate,
            Stream.concat(one.captures().stream(), other.captures().stream()).toList(),
            Stream.concat(one.objects().stream(), other.objects().stream())),
        rowsBefore);
  }

  @Override
  public void close() {
    nas.close();
    cluster.close();
  }
}
