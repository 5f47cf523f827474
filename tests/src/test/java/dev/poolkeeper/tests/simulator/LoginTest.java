package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What logins do, and what they do to keys. */
class LoginTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();

  private static TrueNasSimulator nas(Generation generation) {
    return TrueNasSimulator.of(Map.of(), Map.of(), generation)
        .pace(new Pace(Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMillis(50)))
        .start(TLS);
  }

  private static String login(String username, String key) {
    return "[{\"mechanism\":\"API_KEY_PLAIN\",\"username\":\""
        + username
        + "\",\"api_key\":\""
        + key
        + "\"}]";
  }

  private static JsonNode login(String url, String username, String key) {
    try (RpcClient client = RpcClient.connect(url, TLS)) {
      return client.result("auth.login_ex", login(username, key));
    }
  }

  private static String response(TrueNasSimulator nas, String key) {
    return login(nas.httpsUrl(), nas.username(), key).path("response_type").asString();
  }

  @Test
  void goodKeysLogInAndSayWhatTheyMayDo() {
    try (TrueNasSimulator nas = nas(Generation.FANGTOOTH_25_04)) {
      JsonNode answer = login(nas.httpsUrl(), nas.username(), nas.apiKey());
      assertThat(answer.path("response_type").asString()).isEqualTo("SUCCESS");
      assertThat(
              answer
                  .path("user_info")
                  .path("privilege")
                  .path("roles")
                  .path("$set")
                  .valueStream()
                  .map(JsonNode::asString))
          .contains("READONLY_ADMIN");
    }
  }

  @Test
  void wrongKeysAndWrongUsersLookTheSame() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10)) {
      assertThat(response(nas, "1-wrong")).isEqualTo("AUTH_ERR");
      assertThat(login(nas.httpsUrl(), "other", nas.apiKey()).path("response_type").asString())
          .isEqualTo("AUTH_ERR");
      try (RpcClient client = RpcClient.connect(nas.httpsUrl(), TLS)) {
        assertThat(client.result("auth.login_with_api_key", "[\"1-wrong\"]").asBoolean()).isFalse();
      }
    }
  }

  @Test
  void keysExpire() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10)) {
      nas.expireKeys();
      assertThat(response(nas, nas.apiKey())).isEqualTo("EXPIRED");
    }
  }

  @Test
  void standbyNodesNameTheActiveOne() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10)) {
      nas.standBy(List.of("https://active.example.com"));
      JsonNode answer = login(nas.httpsUrl(), nas.username(), nas.apiKey());
      assertThat(answer.path("response_type").asString()).isEqualTo("REDIRECT");
      assertThat(answer.path("urls").path(0).asString()).isEqualTo("https://active.example.com");
    }
  }

  @Test
  void usersMayBeDeniedTheApiFrom26On() {
    try (TrueNasSimulator nas = nas(Generation.TWENTY_SIX)) {
      nas.denyApi();
      assertThat(response(nas, nas.apiKey())).isEqualTo("DENIED");
    }
  }

  @Test
  void goodKeyInClearTextIsRevoked() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10)) {
      assertThat(
              login(nas.httpUrl(), nas.username(), nas.apiKey()).path("response_type").asString())
          .isEqualTo("EXPIRED");
      assertThat(nas.isRevoked(Rights.READ_ONLY)).isTrue();
      assertThat(response(nas, nas.apiKey())).isEqualTo("EXPIRED");
      assertThat(response(nas, nas.apiKey(Rights.FULL_ADMIN))).isEqualTo("SUCCESS");
    }
  }

  @Test
  void wrongKeyInClearTextRevokesNothing() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10)) {
      login(nas.httpUrl(), nas.username(), "1-wrong");
      assertThat(nas.isRevoked(Rights.READ_ONLY)).isFalse();
    }
  }

  @Test
  void twentyFirstLoginWithinTheWindowIsTooMany() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10);
        RpcClient client = RpcClient.connect(nas.httpsUrl(), TLS)) {
      for (int i = 0; i < 20; i++) {
        client.result("auth.login_ex", login("poolkeeper", nas.apiKey()));
      }
      JsonNode error =
          client.call("auth.login_ex", login("poolkeeper", nas.apiKey())).path("error");
      assertThat(error.path("code").asInt()).isEqualTo(RpcReplies.CALL_ERROR);
      assertThat(error.path("data").path("errname").asString()).isEqualTo("EBUSY");
      assertThat(error.path("data").path("reason").asString()).contains("Rate Limit Exceeded");
    }
  }

  @Test
  void nothingIsAnsweredBeforeLogin() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10);
        RpcClient client = RpcClient.connect(nas.httpsUrl(), TLS)) {
      JsonNode data = client.call("pool.query", "[]").path("error").path("data");
      assertThat(data.path("errname").asString()).isEqualTo("ENOTAUTHENTICATED");
      assertThat(data.path("error").asInt()).isEqualTo(207);
    }
  }

  @Test
  void keysWithFewerRightsAreRefusedCallByCall() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10);
        RpcClient client = RpcClient.loggedIn(nas, TLS, nas.apiKey(Rights.LIMITED))) {
      assertThat(client.call("pool.query", "[]").has("result")).isTrue();
      JsonNode data = client.call("replication.query", "[]").path("error").path("data");
      assertThat(data.path("errname").asString()).isEqualTo("EACCES");
      assertThat(data.path("reason").asString()).contains("Not authorized");
    }
  }

  @Test
  void readOnlyKeysDeleteNothing() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10);
        RpcClient client = RpcClient.loggedIn(nas, TLS)) {
      assertThat(
              client
                  .call("sharing.nfs.delete", "[1]")
                  .path("error")
                  .path("data")
                  .path("errname")
                  .asString())
          .isEqualTo("EACCES");
    }
  }
}
