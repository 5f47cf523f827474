package dev.poolkeeper.tests.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenTelemetry collector that takes traces by OTLP over HTTP as JSON and holds every span to
 * what the protocol says; and an endpoint for everything else, which refuses it. Source: OTLP
 * specification 1.x, "JSON Protobuf Encoding", and trace.proto.
 */
public final class Collector implements AutoCloseable {

  /** What came beside traces: its path, and its headers by small names. */
  public record Refused(String path, Map<String, String> headers) {}

  private static final int REFUSAL = 400;
  private static final Set<String> FIELDS =
      Set.of(
          "traceId",
          "spanId",
          "parentSpanId",
          "name",
          "kind",
          "startTimeUnixNano",
          "endTimeUnixNano",
          "attributes",
          "status");

  private final HttpServer server;
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<Refused> refused = Collections.synchronizedList(new ArrayList<>());

  public Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.createContext("/", this::refuse);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
          .isEqualTo("application/json");
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void refuse(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new ConcurrentHashMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      refused.add(new Refused(exchange.getRequestURI().toString(), headers));
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(REFUSAL, -1);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every byte of every trace. */
  public String everything() {
    return String.join("\n", bodies);
  }

  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  /** All spans, each of which is as it must be; of one trace, whose parents are all there. */
  public List<JsonNode> spans() {
    List<JsonNode> spans = new ArrayList<>();
    for (String body : bodies) {
      JsonNode resource = new JsonMapper().readTree(body).path("resourceSpans").get(0);
      resource.path("scopeSpans").get(0).path("spans").forEach(spans::add);
    }
    Set<String> traces = new HashSet<>();
    Set<String> known = new HashSet<>();
    for (JsonNode span : spans) {
      check(span);
      traces.add(span.path("traceId").asString());
      assertThat(known.add(span.path("spanId").asString())).as("one span of an id").isTrue();
    }
    assertThat(traces).hasSize(1);
    assertThat(spans.stream().filter(span -> !span.has("parentSpanId"))).hasSize(1);
    assertThat(spans)
        .allMatch(
            span ->
                !span.has("parentSpanId") || known.contains(span.path("parentSpanId").asString()));
    return spans;
  }

  private static void check(JsonNode span) {
    assertThat(FIELDS).containsAll(span.propertyNames());
    assertThat(span.path("traceId").asString()).matches("[0-9a-f]{32}");
    assertThat(span.path("spanId").asString()).matches("[0-9a-f]{16}");
    assertThat(span.path("name").asString()).isNotBlank();
    assertThat(span.path("kind").isInt()).isTrue();
    assertThat(span.path("kind").asInt()).isIn(1, 3);
    for (String time : List.of("startTimeUnixNano", "endTimeUnixNano")) {
      assertThat(span.path(time).isString()).as(time).isTrue();
      assertThat(span.path(time).asString()).matches("\\d{19}");
    }
    assertThat(span.path("endTimeUnixNano").asString())
        .isGreaterThanOrEqualTo(span.path("startTimeUnixNano").asString());
    if (span.has("status")) {
      assertThat(span.path("status").path("code").isInt()).isTrue();
      assertThat(span.path("status").path("code").asInt()).isEqualTo(2);
      assertThat(attribute(span, "error.type")).as("%s", span).isPresent();
    }
    for (JsonNode attribute : span.path("attributes")) {
      JsonNode value = attribute.path("value");
      assertThat(value.propertyNames()).as("%s", attribute).hasSize(1);
      assertThat(value.path("stringValue").isString() || value.path("intValue").isString())
          .as("64-bit numbers are texts: %s", attribute)
          .isTrue();
    }
  }

  /** The value of an attribute, whatever its type. */
  public static Optional<String> attribute(JsonNode span, String key) {
    for (JsonNode attribute : span.path("attributes")) {
      if (attribute.path("key").asString().equals(key)) {
        JsonNode value = attribute.path("value");
        return Optional.of(value.path("stringValue").asString(value.path("intValue").asString("")));
      }
    }
    return Optional.empty();
  }

  /** Names of a span and of all that it is part of, from the run down. */
  public static String path(List<JsonNode> spans, JsonNode span) {
    String name = span.path("name").asString();
    return spans.stream()
        .filter(other -> other.path("spanId").equals(span.path("parentSpanId")))
        .findFirst()
        .map(parent -> path(spans, parent) + " > " + name)
        .orElse(name);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
