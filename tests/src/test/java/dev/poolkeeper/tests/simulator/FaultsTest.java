package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What goes wrong when it is asked for, on both protocols. */
class FaultsTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();
  private static final String METHOD = "pool.dataset.query";
  private static final Pace PACE =
      new Pace(Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofMillis(100));

  private final TrueNasSimulator modern = start(Generation.GOLDEYE_25_10);
  private final TrueNasSimulator old = start(Generation.ELECTRIC_EEL_24_10);
  private final HttpClient http = RpcClient.http(TLS);

  private static TrueNasSimulator start(Generation generation) {
    return TrueNasSimulator.of(Rows.lists(), Map.of(), generation).pace(PACE).start(TLS);
  }

  @AfterEach
  void stop() {
    modern.close();
    old.close();
  }

  private String overWebSocket(Fault fault) {
    modern.faults().once(METHOD, fault);
    try (RpcClient client = RpcClient.loggedIn(modern, TLS)) {
      client.send(METHOD, "[]");
      return client.nextText();
    }
  }

  private HttpResponse<String> overRest(Fault fault) throws Exception {
    old.faults().once(METHOD, fault);
    return RpcClient.get(http, old.httpsUrl() + "/api/v2.0/pool/dataset", old.apiKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-before", "drop-midway", "silence"})
  void connectionsAreCut(String fault) throws Exception {
    assertThat(overWebSocket(Fault.named(fault))).isIn("error", "close 1006");
    if (fault.equals("silence")) {
      assertThat(overRest(Fault.silence()).statusCode()).isEqualTo(504);
    } else {
      // the JDK's client asks once more by itself when a connection is cut before the answer
      old.faults().always(METHOD, Fault.named(fault));
      assertThatThrownBy(() -> overRest(Fault.named(fault))).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "html-200", "cut-short"})
  void answersAreNoJson(String fault) throws Exception {
    String text = overWebSocket(Fault.named(fault));
    assertThatThrownBy(() -> Trees.strict(text)).isInstanceOf(RuntimeException.class);
    String body = overRest(Fault.named(fault)).body();
    assertThatThrownBy(() -> Trees.strict(body)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void listsAreShort() throws Exception {
    int rows = modern.rows(METHOD).size();
    assertThat(Trees.parse(overWebSocket(Fault.halfList())).path("result")).hasSize(rows / 2);
    assertThat(Trees.parse(overWebSocket(Fault.emptyList())).path("result")).isEmpty();
    assertThat(Trees.parse(overRest(Fault.emptyList()).body())).isEmpty();
  }

  @Test
  void statusesHaveTheirCounterparts() throws Exception {
    assertThat(overRest(Fault.status(403)).statusCode()).isEqualTo(403);
    assertThat(Trees.parse(overWebSocket(Fault.status(403))).at("/error/data/errname").asString())
        .isEqualTo("EACCES");
    HttpResponse<String> later = overRest(Fault.retryAfter(429, 7));
    assertThat(later.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(
            Trees.parse(overWebSocket(Fault.retryAfter(429, 7)))
                .at("/error/data/errname")
                .asString())
        .isEqualTo("EBUSY");
    assertThat(overRest(Fault.html(502)).statusCode()).isEqualTo(502);
  }

  @Test
  void methodsAreMissing() throws Exception {
    assertThat(Trees.parse(overWebSocket(Fault.missing())).at("/error/code").asInt())
        .isEqualTo(RpcReplies.UNKNOWN_METHOD);
    assertThat(overRest(Fault.missing()).statusCode()).isEqualTo(404);
  }

  @Test
  void faultsForOnceAreUsedUp() throws Exception {
    assertThat(overRest(Fault.status(500)).statusCode()).isEqualTo(500);
    assertThat(
            RpcClient.get(http, old.httpsUrl() + "/api/v2.0/pool/dataset", old.apiKey())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void faultsOfConnectionsAndProbes() throws Exception {
    modern.faults().once(Faults.PROBE, Fault.html(200));
    assertThat(RpcClient.get(http, modern.httpsUrl() + "/api/versions", "").body())
        .startsWith("<html>");
    modern.faults().once(Faults.CONNECT, Fault.html(502));
    assertThatThrownBy(() -> RpcClient.connect(modern.httpsUrl(), TLS))
        .hasMessageContaining("WebSocketHandshakeException");
  }

  @Test
  void clocksAreOff() {
    modern.faults().clockOffset(Duration.ofHours(2));
    try (RpcClient client = RpcClient.loggedIn(modern, TLS)) {
      JsonNode date = client.result("system.info", "[]").path("datetime").path("$date");
      assertThat(Instant.ofEpochMilli(date.asLong()))
          .isAfter(Instant.now().plus(Duration.ofMinutes(119)));
    }
  }
}
