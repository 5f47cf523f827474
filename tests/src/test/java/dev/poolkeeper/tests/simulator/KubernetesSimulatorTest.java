package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.SmallEstate;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the API server answers. */
class KubernetesSimulatorTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();

  @TempDir Path folder;
  private KubernetesSimulator cluster;
  private final HttpClient client = RpcClient.http(TLS);

  @BeforeEach
  void start() {
    SmallEstate.ofHealthyVolumes(7).snapshot("steady-1", "snapshot-1").write(folder, "2026-02-11");
    cluster = KubernetesSimulator.start(folder.resolve("clusters/prod-a"), TLS);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return RpcClient.get(client, cluster.url() + path, cluster.token());
  }

  @Test
  void listsComeInChunksWithoutTheKindOfItems() throws Exception {
    List<String> names = new ArrayList<>();
    String token = "";
    int chunks = 0;
    do {
      JsonNode page =
          Trees.parse(
              get("/api/v1/persistentvolumes?limit=3&continue="
                      + URLEncoder.encode(token, StandardCharsets.UTF_8))
                  .body());
      assertThat(page.path("kind").asString()).isEqualTo("PersistentVolumeList");
      assertThat(page.path("metadata").path("resourceVersion").asString()).isNotEmpty();
      page.path("items")
          .forEach(
              item -> {
                assertThat(item.has("kind")).isFalse();
                names.add(item.path("metadata").path("name").asString());
              });
      token = page.path("metadata").path("continue").asString("");
      chunks++;
    } while (!token.isEmpty());
    assertThat(chunks).isEqualTo(3);
    assertThat(names).hasSize(7).doesNotHaveDuplicates();
  }
}
