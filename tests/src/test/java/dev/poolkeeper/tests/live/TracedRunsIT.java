package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.signal.Collector;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The traces of runs, as a collector gets them. */
class TracedRunsIT {

  private static final String TOKEN = "T0KEN-in-a-webhook";
  private static final String LOST = "prod-a-lost-volume";

  @TempDir private Path folder = Path.of("");

  private Path recording() {
    return SmallEstate.ofHealthyVolumes(3)
        .lost(LOST)
        .write(folder.resolve("recording"), "2026-02-11");
  }

  private String settings(Collector collector) throws IOException {
    Path url = Files.writeString(folder.resolve("hook"), collector.url() + "/" + TOKEN + "?k=v");
    return """
    poolkeeper:
      tracing: { url: %s }
      lease: { namespace: storage, name: poolkeeper, duration: 15s }
      channels:
        - { name: hook, type: webhook, url-file: %s, routes: [{ severity: info }] }
    """
        .formatted(collector.url(), url);
  }

  private static List<String> paths(List<JsonNode> spans) {
    return spans.stream().map(span -> Collector.path(spans, span)).toList();
  }

  private static JsonNode first(List<JsonNode> spans, String path) {
    return spans.stream()
        .filter(span -> Collector.path(spans, span).equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is none of " + paths(spans)));
  }

  private static void says(JsonNode span, String key, String value) {
    assertThat(Collector.attribute(span, key)).as("%s of %s", key, span).contains(value);
  }

  @Test
  void liveNightHasASpanOfEveryCall() throws IOException {
    try (Collector collector = new Collector();
        LiveEstateOnPorts estate =
            LiveEstateOnPorts.start(folder, recording(), Generation.GOLDEYE_25_10)) {
      TrueNasSimulator nas = estate.systems().nas("nas1");
      nas.faults().always("alert.list", Fault.error("EFAULT", "[EFAULT] secret words"));
      Path config = estate.configuration("poolkeeper:\n", settings(collector));
      Poolkeeper poolkeeper =
          estate
              .poolkeeper()
              .with("KUBECONFIG", config.resolveSibling("prod-a.kubeconfig").toString());

      Poolkeeper.Said said = estate.night(poolkeeper, config);

      assertThat(said.exitCode()).as(said.toString()).isIn(ExitCode.DONE, ExitCode.NOT_DELIVERED);
      List<JsonNode> spans = collector.spans();
      toTheNas(spans, nas);
      toTheCluster(spans);
      toTheWebhook(spans, collector);
      assertThat(spans)
          .filteredOn(span -> Collector.attribute(span, "server.address").isPresent())
          .allMatch(span -> span.path("kind").asInt() == 3);
      assertThat(collector.everything())
          .contains("zfs.resource.query", "/persistentvolumes")
          .doesNotContain(
              TOKEN, "k=v", nas.apiKey(), "secret words", LOST, "tank/k8s", "steady-1", "limit=");
    }
  }

  private static void toTheNas(List<JsonNode> spans, TrueNasSimulator nas) {
    String kinds = "run nightly > step capture > nas1 ";
    JsonNode datasets = first(spans, kinds + "datasets > zfs.resource.query");
    says(datasets, "rpc.system.name", "jsonrpc");
    says(datasets, "rpc.method", "zfs.resource.query");
    says(datasets, "server.address", "localhost");
    assertThat(datasets.path("kind").asInt()).isEqualTo(3);
    assertThat(datasets.has("status")).isFalse();
    JsonNode alerts =
        spans.stream()
            .filter(span -> span.path("name").asString().equals("alert.list"))
            .findFirst()
            .orElseThrow();
    assertThat(alerts.path("status").path("code").asInt()).isEqualTo(2);
    says(alerts, "error.type", "-32001");
    assertThat(paths(spans))
        .anyMatch(path -> path.startsWith(kinds) && path.endsWith("GET /api/current"));
    assertThat(spans.stream().filter(span -> Collector.attribute(span, "rpc.method").isPresent()))
        .as("every call that the appliance has seen")
        .hasSameSizeAs(nas.calls());
  }

  private static void toTheCluster(List<JsonNode> spans) {
    String list = "GET /api/v1/persistentvolumes";
    JsonNode volumes =
        first(spans, "run nightly > step capture > prod-a persistentvolumes > " + list);
    says(volumes, "http.request.method", "GET");
    says(volumes, "http.response.status_code", "200");
    says(volumes, "poolkeeper.kubernetes.verb", "list");
    says(volumes, "poolkeeper.kubernetes.resource", "persistentvolumes");
    assertThat(paths(spans))
        .anyMatch(
            path ->
                path.equals(
                    "run nightly > PUT"
                        + " /apis/coordination.k8s.io/v1/namespaces/{namespace}/leases/{name}"));
  }

  private static void toTheWebhook(List<JsonNode> spans, Collector collector) {
    JsonNode sent = first(spans, "run nightly > step deliver > hook send > POST");
    assertThat(sent.path("status").path("code").asInt()).isEqualTo(2);
    says(sent, "http.response.status_code", "400");
    says(sent, "error.type", "400");
    assertThat(collector.refused()).isNotEmpty().allMatch(one -> one.path().contains(TOKEN));
    assertThat(
            collector.refused().stream()
                .map(one -> one.headers().get("traceparent"))
                .collect(Collectors.toSet()))
        .contains(
            "00-%s-%s-01"
                .formatted(sent.path("traceId").asString(), sent.path("spanId").asString()));
  }

  @Test
  void otherJobsHaveTracesToo() throws IOException {
    Path estate = recording();
    Path plain = Files.writeString(folder.resolve("plain.yaml"), "poolkeeper: {}\n");
    Poolkeeper poolkeeper =
        dev.poolkeeper.tests.support.SharedServer.poolkeeper(
            Files.createDirectory(folder.resolve("ledger")));
    assertThat(poolkeeper.night(estate, "--config", plain.toString()).exitCode()).isZero();
    assertThat(traced(poolkeeper, "housekeeping"))
        .contains(
            "run housekeeping", "run housekeeping > step facts", "run housekeeping > step batch");
    assertThat(traced(poolkeeper, "cleanup", "--from", estate.toString()))
        .contains("run cleanup", "run cleanup > step look", "run cleanup > step act");
    assertThat(traced(poolkeeper, "weekly-capacity", "--out", folder.resolve("o").toString()))
        .contains("run weekly-capacity");
  }

  private List<String> traced(Poolkeeper poolkeeper, String job, String... further)
      throws IOException {
    try (Collector collector = new Collector()) {
      Path config =
          Files.writeString(
              folder.resolve(job + ".yaml"),
              "poolkeeper:\n  tracing: { url: %s }\n".formatted(collector.url()));
      List<String> arguments =
          new java.util.ArrayList<>(List.of("run", job, "--config", config.toString()));
      arguments.addAll(List.of(further));
      Poolkeeper.Said said = poolkeeper.run(arguments.toArray(String[]::new));
      assertThat(said.exitCode()).as(said.toString()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
      return paths(collector.spans());
    }
  }

  /** The secrets of the collector may be kept from a job; then it does its work without a trace. */
  @Test
  void jobThatIsNotGivenTheTokenDoesItsWorkUntraced() throws IOException {
    Poolkeeper poolkeeper =
        dev.poolkeeper.tests.support.SharedServer.poolkeeper(
            Files.createDirectory(folder.resolve("ledger")));
    assertThat(poolkeeper.night(recording()).exitCode()).isZero();
    try (Collector collector = new Collector()) {
      Path config =
          Files.writeString(
              folder.resolve("token.yaml"),
              "poolkeeper:\n  tracing: { url: %s, token-file: /nowhere/token, allow-clear-text: true }\n"
                  .formatted(collector.url()));
      Poolkeeper.Said said = poolkeeper.run("run", "housekeeping", "--config", config.toString());
      assertThat(said.exitCode()).as(said.toString()).isZero();
      assertThat(collector.everything()).isEmpty();
    }
  }
}
