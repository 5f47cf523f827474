package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.SmallEstate;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What JSON-RPC does and refuses. */
class ProtocolTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();

  @TempDir Path folder;

  private TrueNasSimulator nas(Generation generation) {
    SmallEstate.ofHealthyVolumes(3).snapshot("steady-1", "snapshot-1").write(folder, "2026-02-11");
    return TrueNasSimulator.of(folder.resolve("nas/nas1"), generation).start(TLS);
  }

  @Test
  void loginThenQueryWorks() {
    try (TrueNasSimulator nas = nas(Generation.GOLDEYE_25_10);
        RpcClient client = RpcClient.connect(nas.httpsUrl(), TLS)) {
      JsonNode login =
          client.result(
              "auth.login_ex",
              "[{\"mechanism\":\"API_KEY_PLAIN\",\"username\":\"poolkeeper\",\"api_key\":\""
                  + nas.apiKey()
                  + "\"}]");
      assertThat(login.path("response_type").asString()).isEqualTo("SUCCESS");
      JsonNode rows =
          client.result("zfs.resource.query", "[{\"paths\":[\"tank\"],\"get_children\":true}]");
      assertThat(rows).hasSize(6);
      assertThat(client.result("pool.snapshot.query", "[]")).hasSize(1);
    }
  }

  @Test
  void restAnswersUntil2510() throws Exception {
    try (TrueNasSimulator nas = nas(Generation.ELECTRIC_EEL_24_10)) {
      HttpClient client = RpcClient.http(TLS);
      String url = nas.httpsUrl() + "/api/v2.0/";
      assertThat(RpcClient.get(client, nas.httpsUrl() + "/api/versions", "").statusCode())
          .isEqualTo(404);
      assertThat(Trees.parse(RpcClient.get(client, url + "pool/dataset", nas.apiKey()).body()))
          .hasSize(6);
      assertThat(
              Trees.parse(
                  RpcClient.send(
                          client,
                          "GET",
                          url + "zfs/snapshot",
                          nas.apiKey(),
                          "{\"query-options\":{\"extra\":{\"properties\":[\"creation\"]}}}")
                      .body()))
          .hasSize(1);
    }
  }
}
