package dev.poolkeeper.writers.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.channel.StubServer.Said;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OtlpTracesTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Span CALL =
      new Span(
          "b7ad6b7169203331",
          Optional.of("00f067aa0ba902b7"),
          "GET /api/v1/pods",
          true,
          Instant.ofEpochSecond(1_770_775_200, 5),
          Instant.ofEpochSecond(1_770_775_201),
          Map.of(
              "http.response.status_code", "503", Span.ERROR_TYPE, "503", "server.address", "a"));

  private static Receipt sent(StubServer collector, int spans) {
    try (OtlpTraces traces =
        new OtlpTraces(collector.caller(), Optional.of("Bearer t"), Map.of("service.name", "p"))) {
      return traces.send(TRACE, Collections.nCopies(spans, CALL));
    }
  }

  @Test
  void spanIsWrittenAsTheProtocolHasIt() {
    try (StubServer collector = new StubServer(asked -> new Said(200, "{}"))) {
      assertThat(sent(collector, 1).outcome().kind()).isEqualTo(Outcome.Kind.DELIVERED);
      JsonNode resource =
          new JsonMapper().readTree(collector.asked().get(0).body()).path("resourceSpans").get(0);
      assertThat(resource.path("scopeSpans").get(0).path("spans").get(0))
          .isEqualTo(
              new JsonMapper()
                  .readTree(
                      """
                      {"traceId": "0af7651916cd43dd8448eb211c80319c",
                       "spanId": "b7ad6b7169203331", "parentSpanId": "00f067aa0ba902b7",
                       "name": "GET /api/v1/pods", "kind": 3,
                       "startTimeUnixNano": "1770775200000000005",
                       "endTimeUnixNano": "1770775201000000000",
                       "attributes": [
                         {"key": "error.type", "value": {"stringValue": "503"}},
                         {"key": "http.response.status_code", "value": {"intValue": "503"}},
                         {"key": "server.address", "value": {"stringValue": "a"}}],
                       "status": {"code": 2}}
                      """));
    }
  }

  @Test
  void manyAreSentInPortions() {
    try (StubServer collector = new StubServer(asked -> new Said(200, "{}"))) {
      sent(collector, 2 * OtlpTraces.PORTION + 1);
      assertThat(
              collector.asked().stream().map(one -> one.body().split("\"spanId\"", -1).length - 1))
          .isEqualTo(List.of(OtlpTraces.PORTION, OtlpTraces.PORTION, 1));
    }
  }

  /** A collector that hangs costs one timeout, and not one for each portion. */
  @Test
  void nothingMoreIsSentAfterAPortionThatWasNotTaken() {
    AtomicInteger answers = new AtomicInteger();
    try (StubServer collector =
        new StubServer(asked -> new Said(answers.incrementAndGet() < 2 ? 200 : 503, ""))) {
      Receipt receipt = sent(collector, 4 * OtlpTraces.PORTION);
      assertThat(receipt.outcome().kind()).isNotEqualTo(Outcome.Kind.DELIVERED);
      assertThat(collector.asked()).hasSize(2);
    }
  }
}
