package dev.poolkeeper.tests.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.signal.RunSignals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunSignalsTest {

  private static final String SECRET = "s3cr3t-uuid";

  @TempDir private Path folder = Path.of("");
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> bodies = Collections.synchronizedMap(new HashMap<>());
  private HttpServer server = start();

  private static HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void listen() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      asked.add(line);
      bodies.put(line, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private RunSignals signals(Map<String, String> environment, String yaml) throws IOException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Path secret = folder.resolve("ping-url");
    Files.writeString(secret, url + "/" + SECRET);
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(
        file, "poolkeeper:\n" + yaml.replace("SECRET", secret.toString()).replace("URL", url));
    Configuration configuration =
        new ConfigurationReader(environment).readMailing(Optional.of(file));
    return RunSignals.of(configuration, "nightly", "0.1.0", Clock.systemUTC());
  }

  private static final String ALL =
      """
        ping: { url-file: SECRET }
        tracing: { url: URL }
        channels:
          - { name: figures, type: pushgateway, url: URL, grouping: "cluster=prod-a" }
      """;

  @Test
  void goodRunIsToldAtItsBeginAndItsEnd() throws Exception {
    int exitCode = signals(Map.of(), ALL).around(watch -> 3);
    assertThat(exitCode).isEqualTo(3);
    assertThat(asked)
        .containsExactly(
            "GET /s3cr3t-uuid/start",
            "POST /metrics/job/poolkeeper_nightly/cluster/prod-a",
            "GET /s3cr3t-uuid",
            "POST /v1/traces");
    assertThat(bodies.get("POST /metrics/job/poolkeeper_nightly/cluster/prod-a"))
        .contains("poolkeeper_last_run_status 1", "poolkeeper_last_success_timestamp_seconds ");
  }

  @Test
  void failedRunIsToldAndStaysFailed() throws Exception {
    RunSignals signals = signals(Map.of(), ALL);
    assertThatThrownBy(
            () ->
                signals.around(
                    watch -> {
                      watch.started("capture");
                      throw new IllegalStateException("no database, password hunter2");
                    }))
        .hasMessageContaining("no database");
    assertThat(asked).contains("POST /s3cr3t-uuid/fail").doesNotContain("GET /s3cr3t-uuid");
    assertThat(bodies.get("POST /s3cr3t-uuid/fail")).isEqualTo("nightly: exit status 6");
    assertThat(bodies.get("POST /metrics/job/poolkeeper_nightly/cluster/prod-a"))
        .contains("poolkeeper_last_run_status 0")
        .doesNotContain("last_success");
    assertThat(bodies.get("POST /v1/traces")).contains("StepFailed").doesNotContain("hunter2");
  }

  /** Stored, but somebody was not told: that is what a second way of telling is for. */
  @Test
  void runThatCouldNotTellEverybodyIsNoGoodPing() throws Exception {
    signals(Map.of(), "  ping: { url-file: SECRET, start: false }\n").around(watch -> 5);
    assertThat(asked).containsExactly("POST /s3cr3t-uuid/fail");
  }

  @Test
  void nobodyWhoCannotBeReachedFailsTheRun() throws Exception {
    RunSignals signals = signals(Map.of(), ALL);
    server.stop(0);
    assertThat(signals.around(watch -> 0)).isZero();
  }

  @Test
  void oneTraceHasASpanOfEachStepAndOfEachTimeOthersWereAsked() throws Exception {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    signals(
            Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", url, "OTEL_SERVICE_NAME", "storage"),
            "  orphans: { grace: 24h }\n")
        .around(
            watch -> {
              watch.started("capture");
              watch.asking("prod-a", "persistentvolumes", () -> 1, one -> Optional.empty());
              watch.finished("capture", true);
              return 0;
            });
    JsonNode resource =
        new JsonMapper().readTree(bodies.get("POST /v1/traces")).path("resourceSpans").get(0);
    assertThat(resource.path("resource").toString())
        .contains("\"service.name\"", "\"storage\"", "0.1.0");
    JsonNode spans = resource.path("scopeSpans").get(0).path("spans");
    assertThat(spans.valueStream().map(span -> span.path("name").asString()))
        .containsExactly("prod-a persistentvolumes", "step capture", "run nightly");
    JsonNode call = spans.get(0);
    JsonNode step = spans.get(1);
    JsonNode run = spans.get(2);
    assertThat(run.has("parentSpanId")).isFalse();
    assertThat(step.path("parentSpanId")).isEqualTo(run.path("spanId"));
    assertThat(call.path("parentSpanId")).isEqualTo(step.path("spanId"));
    assertThat(call.path("kind").asInt()).isEqualTo(1);
    assertThat(spans.valueStream().map(span -> span.path("traceId").asString()).distinct())
        .singleElement()
        .asString()
        .matches("[0-9a-f]{32}");
    assertThat(run.path("spanId").asString()).matches("[0-9a-f]{16}");
    assertThat(run.path("startTimeUnixNano").asString()).matches("\\d{19}");
  }
}
