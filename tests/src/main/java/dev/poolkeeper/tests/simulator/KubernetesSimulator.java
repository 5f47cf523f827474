package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes API server to read from, on a loopback port with TLS. Lists come as a real server
 * writes them: in chunks where a limit is given, and their items without version and kind. Snapshot
 * and KubeVirt kinds are installed when there is a list of them.
 */
public final class KubernetesSimulator implements AutoCloseable {

  private final ClusterState state;
  private final KubernetesHttp http;
  private final Serving serving;
  private final SimulatorTls tls;
  private final Faults faults;
  private final KubernetesHttp.Tokens tokens;

  private KubernetesSimulator(
      ClusterState state,
      KubernetesHttp http,
      Serving serving,
      SimulatorTls tls,
      Faults faults,
      KubernetesHttp.Tokens tokens) {
    this.state = state;
    this.http = http;
    this.serving = serving;
    this.tls = tls;
    this.faults = faults;
    this.tokens = tokens;
  }

  /** Serves what a folder of {@code <plural>.json} files says. */
  public static KubernetesSimulator start(Path folder, SimulatorTls tls) {
    return start(ClusterFolder.read(folder), tls, 0);
  }

  /** Serves objects by their plural; {@code volume-stats} are kubelets' summaries. */
  public static KubernetesSimulator start(
      Map<String, ? extends Iterable<? extends JsonNode>> lists, SimulatorTls tls, int port) {
    Map<String, Iterable<? extends JsonNode>> objects = new HashMap<>(lists);
    Iterable<? extends JsonNode> recorded = objects.remove(ClusterFolder.VOLUME_STATS);
    List<JsonNode> stats = new java.util.ArrayList<>();
    if (recorded != null) {
      recorded.forEach(stats::add);
    }
    ClusterState state = new ClusterState(objects);
    Vertx vertx = Serving.vertx();
    Faults faults = new Faults();
    String token = HexFormat.of().formatHex(Trees.sha256("token " + lists.keySet()));
    String executor = HexFormat.of().formatHex(Trees.sha256("executor " + lists.keySet()));
    KubernetesHttp http =
        new KubernetesHttp(
            state,
            new KubeletStats(stats),
            new KubernetesHttp.Tokens(token, executor),
            faults,
            vertx);
    return new KubernetesSimulator(
        state,
        http,
        Serving.open(vertx, tls, port, http::handle),
        tls,
        faults,
        new KubernetesHttp.Tokens(token, executor));
  }

  public String url() {
    return "https://localhost:" + serving.securePort();
  }

  /** The same without TLS. */
  public String httpUrl() {
    return "http://localhost:" + serving.plainPort();
  }

  public String token() {
    return tokens.reader();
  }

  public Faults faults() {
    return faults;
  }

  /** The plurals that were asked for, in the order in which the requests arrived. */
  public List<String> calls() {
    return http.calls();
  }

  /** Every right that was made use of, {@code list storage.k8s.io/csinodes}. */
  public Set<String> rights() {
    return http.rights();
  }

  /** Adds or replaces an object. */
  public void put(String plural, ObjectNode object) {
    state.put(plural, object);
  }

  /** An object as it is now, with its version and uid. */
  public Optional<JsonNode> get(String plural, String namespace, String name) {
    return state.get(plural, namespace, name).map(Trees.MAPPER::readTree);
  }

  /** All there is, by a name for each object: to be compared with what there is later. */
  public SortedMap<String, String> everything() {
    return state.everything();
  }

  /** Takes an object away; the namespace is empty where there is none. */
  public void remove(String plural, String namespace, String name) {
    state.remove(plural, namespace, name);
  }

  /** Writes a kubeconfig with one context, {@code simulated}. */
  public Path kubeconfig(Path file) {
    return kubeconfig(file, "simulated");
  }

  /** Writes a kubeconfig with one context of this name. */
  public Path kubeconfig(Path file, String context) {
    return kubeconfig(file, context, tokens.reader());
  }

  /** Writes a kubeconfig of one who may delete and create, with one context of this name. */
  public Path executorKubeconfig(Path file, String context) {
    return kubeconfig(file, context, tokens.executor());
  }

  private Path kubeconfig(Path file, String context, String token) {
    String authority =
        Base64.getEncoder().encodeToString(tls.caPem().getBytes(StandardCharsets.US_ASCII));
    String text =
        """
        apiVersion: v1
        kind: Config
        clusters:
          - name: %1$s
            cluster:
              server: %2$s
              certificate-authority-data: %3$s
        users:
          - name: poolkeeper
            user:
              token: %4$s
        contexts:
          - name: %1$s
            context: {cluster: %1$s, user: poolkeeper}
        current-context: %1$s
        """
            .formatted(context, url(), authority, token);
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    serving.close();
  }
}
