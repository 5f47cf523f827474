package dev.poolkeeper.writers.trace;

import static dev.poolkeeper.writers.json.CompactJson.object;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends one trace by OTLP over HTTP, as JSON. Source: OpenTelemetry protocol specification 1.x,
 * "OTLP/HTTP", "JSON Protobuf Encoding": identities are hexadecimal, 64-bit numbers are texts,
 * enums are numbers.
 */
public final class OtlpTraces implements AutoCloseable {

  private static final int INTERNAL = 1;
  private static final int CLIENT = 3;
  private static final int ERROR = 2;
  private static final long NANOS = 1_000_000_000L;

  /** As many as the batch processor of an SDK sends at once when nobody says otherwise. */
  static final int PORTION = 512;

  /** Attributes that are numbers. */
  private static final Set<String> INTEGERS =
      Set.of(
          "http.request.resend_count",
          "http.response.status_code",
          "server.port",
          "process.exit.code",
          "poolkeeper.calls.left_out",
          "poolkeeper.resend_count",
          "poolkeeper.smtp.reply_code");

  private final HttpCaller http;
  private final Optional<String> authorization;
  private final Map<String, String> resource;
  private final CompactJson json = new CompactJson();

  /**
   * @param http to the very endpoint, {@code http://collector:4318/v1/traces}
   * @param authorization value of the header
   * @param resource what all spans are of: {@code service.name} and so on
   */
  public OtlpTraces(HttpCaller http, Optional<String> authorization, Map<String, String> resource) {
    this.http = http;
    this.authorization = authorization;
    this.resource = new TreeMap<>(resource);
  }

  /**
   * Sends them in portions that any collector takes, each once, until one is not delivered.
   *
   * @param trace 32 hexadecimal digits
   * @return what became of the last portion that was sent
   */
  public Receipt send(String trace, List<Span> spans) {
    Receipt receipt = portion(trace, spans.subList(0, Math.min(PORTION, spans.size())));
    for (int from = PORTION; from < spans.size() && delivered(receipt); from += PORTION) {
      receipt = portion(trace, spans.subList(from, Math.min(from + PORTION, spans.size())));
    }
    return receipt;
  }

  private static boolean delivered(Receipt receipt) {
    return receipt.outcome().kind() == Outcome.Kind.DELIVERED;
  }

  private Receipt portion(String trace, List<Span> spans) {
    HttpCall call = HttpCall.json("POST", http.place().url(), json.text(request(trace, spans)));
    HttpCall authorized =
        authorization.map(value -> call.with("Authorization", value)).orElse(call);
    return Answers.of(http.call(authorized), "POST " + http.place());
  }

  private Map<String, Object> request(String trace, List<Span> spans) {
    return object(
        "resourceSpans",
        List.of(
            object(
                "resource",
                object("attributes", attributes(resource)),
                "scopeSpans",
                List.of(
                    object(
                        "scope",
                        object("name", "dev.poolkeeper"),
                        "spans",
                        spans.stream().map(span -> span(trace, span)).toList())))));
  }

  private static Map<String, Object> span(String trace, Span span) {
    Map<String, Object> written =
        object(
            "traceId",
            trace,
            "spanId",
            span.id(),
            "name",
            span.name(),
            "kind",
            span.outward() ? CLIENT : INTERNAL,
            "startTimeUnixNano",
            nanos(span.start()),
            "endTimeUnixNano",
            nanos(span.end()),
            "attributes",
            attributes(new TreeMap<>(span.attributes())));
    span.parent().ifPresent(parent -> written.put("parentSpanId", parent));
    if (span.failed()) {
      // no message: error.type says of which kind, and more is in the log
      written.put("status", object("code", ERROR));
    }
    return written;
  }

  private static String nanos(Instant at) {
    return Long.toString(
        Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano()));
  }

  private static List<Map<String, Object>> attributes(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(
            entry ->
                object("key", entry.getKey(), "value", value(entry.getKey(), entry.getValue())))
        .toList();
  }

  private static Map<String, Object> value(String key, String text) {
    return INTEGERS.contains(key) && text.matches("-?\\d{1,18}")
        ? object("intValue", text)
        : object("stringValue", VisibleText.of(text));
  }

  @Override
  public void close() {
    http.close();
  }
}
