package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the one question of Prometheus gives. */
class PrometheusSimulatorTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();
  private static final String USED = "kubelet_volume_stats_used_bytes";

  private static HttpResponse<String> ask(PrometheusSimulator prometheus, String form)
      throws Exception {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(prometheus.httpUrl() + "/api/v1/query_range"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void seriesComeAsAMatrix() throws Exception {
    try (PrometheusSimulator prometheus = PrometheusSimulator.start(TLS)) {
      prometheus.series(
          USED,
          Map.of("namespace", "media", "persistentvolumeclaim", "data-1"),
          Map.of(Instant.ofEpochSecond(1000), 5.0, Instant.ofEpochSecond(1060), 6.0));
      JsonNode answer =
          Trees.parse(ask(prometheus, "query=" + USED + "&start=1000&end=1120&step=60s").body());
      assertThat(answer.at("/data/result/0/values").toString())
          .isEqualTo("[[1000,\"5.0\"],[1060,\"6.0\"],[1120,\"6.0\"]]");
      assertThat(answer.at("/data/result/0/metric/persistentvolumeclaim").asString())
          .isEqualTo("data-1");
      assertThat(prometheus.queries()).containsExactly(USED);
    }
  }

  @Test
  void tooManyPointsAreRefused() throws Exception {
    try (PrometheusSimulator prometheus = PrometheusSimulator.start(TLS)) {
      assertThat(ask(prometheus, "query=" + USED + "&start=0&end=86400&step=1").statusCode())
          .isEqualTo(400);
    }
  }
}
