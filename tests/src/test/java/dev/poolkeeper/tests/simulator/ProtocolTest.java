package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What JSON-RPC does and refuses. */
class ProtocolTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();

  @TempDir Path folder;
  private TrueNasSimulator nas;
  private RpcClient client;

  @BeforeEach
  void start() {
    SmallEstate.ofHealthyVolumes(3).snapshot("steady-1", "snapshot-1").write(folder, "2026-02-11");
    nas = TrueNasSimulator.of(folder.resolve("nas/nas1"), Generation.GOLDEYE_25_10).start(TLS);
    client = RpcClient.loggedIn(nas, TLS);
  }

  @AfterEach
  void stop() {
    client.close();
    nas.close();
  }

  private static int code(JsonNode reply) {
    return reply.path("error").path("code").asInt(0);
  }

  @Test
  void repliesHaveTheirKeysInTheOrderOfTheAppliance() {
    client.send("core.ping", "[]");
    assertThat(client.nextText()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"pong\",\"id\":2}");
  }

  @Test
  void badJsonIsAnErrorWithoutAnId() {
    client.raw("{\"jsonrpc\": ");
    JsonNode reply = client.next();
    assertThat(code(reply)).isEqualTo(RpcReplies.BAD_JSON);
    assertThat(reply.path("id").isNull()).isTrue();
  }

  @Test
  void batchesAreRefused() {
    client.raw("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"core.ping\",\"params\":[]}]");
    assertThat(code(client.next())).isEqualTo(RpcReplies.BAD_JSON);
  }

  @Test
  void namedParametersAreRefused() {
    assertThat(code(client.call("core.ping", "{\"a\":1}"))).isEqualTo(RpcReplies.BAD_ENVELOPE);
  }

  @Test
  void fractionsAreNoIds() {
    client.raw("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"core.ping\",\"params\":[]}");
    assertThat(code(client.next())).isEqualTo(RpcReplies.BAD_ENVELOPE);
  }

  @Test
  void unknownMethodsAreSaidToBeUnknown() {
    JsonNode reply = client.call("zfs.resource.snapshot.query", "[{}]");
    assertThat(code(reply)).isEqualTo(RpcReplies.UNKNOWN_METHOD);
    assertThat(reply.path("error").path("data").path("errname").asString()).isEqualTo("ENOMETHOD");
  }

  @Test
  void whatDoesNotExistIsAValidationErrorWithEnoent() {
    try (RpcClient admin = RpcClient.loggedIn(nas, TLS, nas.apiKey(Rights.FULL_ADMIN))) {
      JsonNode reply = admin.call("pool.dataset.delete", "[\"tank/none\", {}]");
      assertThat(code(reply)).isEqualTo(RpcReplies.INVALID_PARAMS);
      JsonNode data = reply.path("error").path("data");
      assertThat(data.path("errname").asString()).isEqualTo("EINVAL");
      assertThat(data.path("reason").asString())
          .isEqualTo("[ENOENT] None: PoolDataset tank/none does not exist");
      assertThat(data.path("extra").path(0).path(2).asInt()).isEqualTo(2);
    }
  }

  @Test
  void tracesCarrySecrets() {
    JsonNode data = client.call("pool.query", "[[[\"id\",\"??\",1]]]").path("error").path("data");
    assertThat(data.path("trace").toString()).contains(TrueNasSimulator.PLANTED_SECRET);
    assertThat(data.path("reason").asString()).doesNotContain(TrueNasSimulator.PLANTED_SECRET);
  }

  @Test
  void nothingFoundWhereOneIsAskedForIsNotEnoent() {
    JsonNode reply = client.call("pool.query", "[[[\"name\",\"=\",\"none\"]],{\"get\":true}]");
    assertThat(reply.path("error").path("data").path("reason").asString())
        .isEqualTo("MatchNotFound()");
    assertThat(reply.path("error").path("data").path("errname").asString()).isEqualTo("EINVAL");
  }

  @Test
  void atMostTwentyCallsAreInFlight() {
    nas.faults().times(20, "core.ping", Fault.slow(Duration.ofMillis(300)));
    for (int i = 0; i < 60; i++) {
      client.send("core.ping", "[]");
    }
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      codes.add(code(client.next()));
    }
    assertThat(codes.stream().filter(code -> code == RpcReplies.TOO_MANY_CALLS)).hasSize(40);
    assertThat(codes.stream().filter(code -> code == 0)).hasSize(20);
  }

  @Test
  void answersComeOutOfOrder() {
    nas.faults().once("pool.query", Fault.slow(Duration.ofMillis(300)));
    int slow = client.send("pool.query", "[]");
    int quick = client.send("core.ping", "[]");
    assertThat(client.next().path("id").asInt()).isEqualTo(quick);
    assertThat(client.next().path("id").asInt()).isEqualTo(slow);
  }

  @Test
  void longMessagesEndTheConnectionBeforeLogin() {
    try (RpcClient stranger = RpcClient.connect(nas.httpsUrl(), TLS)) {
      stranger.send("core.ping", "[\"" + "x".repeat(8192) + "\"]");
      assertThat(stranger.nextText()).isEqualTo("close 1007");
    }
  }

  @Test
  void longMessagesEndTheConnectionAfterLogin() {
    client.send("core.ping", "[\"" + "x".repeat(60_000) + "\"]");
    assertThat(client.next().has("result")).isTrue();
    client.send("core.ping", "[\"" + "x".repeat(65_536) + "\"]");
    assertThat(client.nextText()).isEqualTo("close 1009");
  }

  @Test
  void binaryMessagesEndTheConnection() {
    client.binary();
    assertThat(client.nextText()).isEqualTo("close 1003");
  }

  @Test
  void limitsAboveTenThousandAreRefused() {
    assertThat(code(client.call("pool.query", "[[],{\"limit\":10001}]")))
        .isEqualTo(RpcReplies.INVALID_PARAMS);
  }

  @Test
  void callsAreCounted() {
    client.result("pool.query", "[]");
    client.result("pool.query", "[]");
    assertThat(nas.calls()).containsExactly("auth.login_with_api_key", "pool.query", "pool.query");
  }

  @Test
  void olderVersionsOfTheApiLackWhatMatters() {
    try (RpcClient pinned = RpcClient.connect(nas.httpsUrl(), TLS, "v25.04.2")) {
      assertThat(code(pinned.call("auth.login_with_api_key", "[\"" + nas.apiKey() + "\"]")))
          .isEqualTo(RpcReplies.UNKNOWN_METHOD);
      pinned.result(
          "auth.login_ex",
          "[{\"mechanism\":\"API_KEY_PLAIN\",\"username\":\"poolkeeper\",\"api_key\":\""
              + nas.apiKey()
              + "\"}]");
      assertThat(pinned.call("pool.query", "[]").at("/error/data/reason").asString())
          .contains("does not contain model 'PoolQueryResult'");
    }
  }

  @Test
  void silentConnectionsAreCutUnlessPinged() throws Exception {
    Duration idle = Duration.ofMillis(1500);
    Pace pace = new Pace(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(1), idle);
    try (TrueNasSimulator impatient =
            TrueNasSimulator.of(folder.resolve("nas/nas1"), Generation.GOLDEYE_25_10)
                .pace(pace)
                .start(TLS);
        RpcClient waiting = RpcClient.loggedIn(impatient, TLS)) {
      impatient.faults().once("pool.query", Fault.slow(idle.multipliedBy(2)));
      waiting.send("pool.query", "[]");
      JsonNode answer = waiting.nextWhilePinging();
      assertThat(answer.has("result")).isTrue();
      assertThat(waiting.nextText()).isIn("error", "close 1006");
    }
  }
}
