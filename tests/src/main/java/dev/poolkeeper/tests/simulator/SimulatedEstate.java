package dev.poolkeeper.tests.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All clusters and appliances of a recorded estate, running, with the files that a client needs.
 */
public final class SimulatedEstate implements AutoCloseable {

  private final Map<String, KubernetesSimulator> clusters = new LinkedHashMap<>();
  private final Map<String, TrueNasSimulator> appliances = new LinkedHashMap<>();
  private final SimulatorTls tls = SimulatorTls.valid();

  private SimulatedEstate() {}

  /** Starts everything with the recorded releases, on any free ports. */
  public static SimulatedEstate start(Path estate) {
    return start(estate, Pace.quick(), SimulatorOptions.parse(List.of(estate.toString())));
  }

  /** Starts everything, with every appliance of one release. */
  public static SimulatedEstate start(Path estate, Generation release) {
    return start(
        estate,
        Pace.quick(),
        SimulatorOptions.parse(List.of(estate.toString(), "--release", release.release())));
  }

  static SimulatedEstate start(Path estate, Pace pace, SimulatorOptions options) {
    SimulatedEstate started = new SimulatedEstate();
    int port = options.port();
    for (Path folder : folders(estate.resolve("clusters"))) {
      started.clusters.put(
          name(folder), KubernetesSimulator.start(ClusterFolder.read(folder), started.tls, port));
      port = port == 0 ? 0 : port + 1;
    }
    for (Path folder : folders(estate.resolve("nas"))) {
      Generation generation = options.release().orElseGet(() -> recorded(folder));
      started.appliances.put(
          name(folder),
          TrueNasSimulator.of(folder, generation).pace(pace).port(port).start(started.tls));
      port = port == 0 ? 0 : port + 1;
    }
    started
        .faults()
        .forEach(
            faults -> {
              options.faults().forEach(faults::always);
              faults.clockOffset(options.clockOffset());
            });
    return started;
  }

  private static Generation recorded(Path folder) {
    Path file = folder.resolve("system.info.json");
    return Generation.ofVersion(Files.exists(file) ? Trees.text(Trees.read(file), "version") : "");
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static List<Path> folders(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(directory)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public KubernetesSimulator cluster(String name) {
    return Objects.requireNonNull(clusters.get(name), name);
  }

  public TrueNasSimulator nas(String name) {
    return Objects.requireNonNull(appliances.get(name), name);
  }

  public Map<String, KubernetesSimulator> clusters() {
    return Collections.unmodifiableMap(clusters);
  }

  public Map<String, TrueNasSimulator> appliances() {
    return Collections.unmodifiableMap(appliances);
  }

  /** The faults of all servers. */
  public List<Faults> faults() {
    return Stream.concat(
            clusters.values().stream().map(KubernetesSimulator::faults),
            appliances.values().stream().map(TrueNasSimulator::faults))
        .toList();
  }

  /**
   * Writes a kubeconfig per cluster, the authority's certificate and a key file per NAS, and a
   * {@code poolkeeper.yaml} that names them all.
   *
   * @return the configuration
   */
  public Path write(Path directory) {
    return write(directory, false);
  }

  /** The same, with an executor for each cluster and NAS. */
  public Path writeWithExecutors(Path directory) {
    return write(directory, true);
  }

  private Path write(Path directory, boolean executors) {
    try {
      Path absolute = Files.createDirectories(directory).toAbsolutePath().normalize();
      StringBuilder yaml = new StringBuilder("poolkeeper:\n  clusters:\n");
      clusters.forEach(
          (name, cluster) -> {
            Path file = cluster.kubeconfig(absolute.resolve(name + ".kubeconfig"), name);
            yaml.append("    - name: ").append(name).append("\n      kubeconfig: ").append(file);
            yaml.append("\n      context: ").append(name).append('\n');
            if (executors) {
              Path own = absolute.resolve(name + ".executor.kubeconfig");
              yaml.append("      executor: {kubeconfig: ")
                  .append(cluster.executorKubeconfig(own, name))
                  .append(", context: ")
                  .append(name)
                  .append("}\n");
            }
          });
      yaml.append("  nas:\n");
      Path authority = tls.caFile(absolute.resolve("ca.crt"));
      for (Map.Entry<String, TrueNasSimulator> entry : appliances.entrySet()) {
        TrueNasSimulator nas = entry.getValue();
        Path key = key(absolute.resolve(entry.getKey() + ".api-key"), nas.apiKey());
        yaml.append("    - name: ").append(entry.getKey());
        yaml.append("\n      url: ").append(nas.httpsUrl());
        yaml.append("\n      username: ").append(nas.username());
        yaml.append("\n      api-key-file: ").append(key);
        yaml.append("\n      ca-file: ").append(authority).append('\n');
        if (executors) {
          Path own = absolute.resolve(entry.getKey() + ".executor.api-key");
          yaml.append("      executor: {username: ")
              .append(nas.username())
              .append(", api-key-file: ")
              .append(key(own, nas.apiKey(Rights.EXECUTOR)))
              .append("}\n");
        }
      }
      return Files.writeString(absolute.resolve("poolkeeper.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path key(Path file, String key) throws IOException {
    Files.writeString(file, key + "\n");
    keepToOwner(file);
    return file;
  }

  private static void keepToOwner(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Override
  public void close() {
    clusters.values().forEach(KubernetesSimulator::close);
    appliances.values().forEach(TrueNasSimulator::close);
  }
}
