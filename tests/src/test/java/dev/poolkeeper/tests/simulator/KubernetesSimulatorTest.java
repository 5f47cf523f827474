package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.SmallEstate;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Test
  void strangersAreToldSoInAStatus() throws Exception {
    HttpResponse<String> response =
        RpcClient.get(client, cluster.url() + "/api/v1/persistentvolumes", "wrong");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Trees.parse(response.body()).path("kind").asString()).isEqualTo("Status");
  }

  @Test
  void kindsWithoutAListAreEmptyOrNotInstalled() throws Exception {
    assertThat(Trees.parse(get("/apis/apps/v1/deployments").body()).path("items")).isEmpty();
    assertThat(get("/apis/velero.io/v1/backups").statusCode()).isEqualTo(404);
    assertThat(get("/apis/velero.io/v1").statusCode()).isEqualTo(404);
    assertThat(get("/apis/snapshot.storage.k8s.io/v1").body()).contains("volumesnapshotcontents");
    assertThat(get("/apis").body()).contains("snapshot.storage.k8s.io").doesNotContain("velero");
    assertThat(get("/version").body()).contains("v1.33.4");
  }

  @Test
  void singleObjectsSayTheirKind() throws Exception {
    JsonNode namespace = Trees.parse(get("/api/v1/namespaces/kube-system").body());
    assertThat(namespace.path("kind").asString()).isEqualTo("Namespace");
    assertThat(namespace.path("metadata").path("uid").asString()).isNotEmpty();
    assertThat(get("/api/v1/namespaces/none").statusCode()).isEqualTo(404);
    JsonNode claims =
        Trees.parse(get("/api/v1/namespaces/media/persistentvolumeclaims?limit=500").body());
    assertThat(claims.path("items")).hasSize(7);
  }

  @Test
  void continueTokensExpire() throws Exception {
    cluster.faults().once(Faults.nextPage("persistentvolumes"), Fault.status(410));
    String token =
        Trees.parse(get("/api/v1/persistentvolumes?limit=3").body())
            .path("metadata")
            .path("continue")
            .asString();
    String next = "/api/v1/persistentvolumes?limit=3&continue=" + token;
    HttpResponse<String> expired = get(next);
    assertThat(expired.statusCode()).isEqualTo(410);
    assertThat(Trees.parse(expired.body()).path("reason").asString()).isEqualTo("Expired");
    assertThat(get(next).statusCode()).isEqualTo(200);
  }

  @Test
  void forbiddenKindsAreNotAllowedInReviewsEither() throws Exception {
    cluster.faults().always("pods", Fault.status(403));
    assertThat(get("/api/v1/pods").statusCode()).isEqualTo(403);
    assertThat(allowed("pods")).isFalse();
    assertThat(allowed("nodes")).isTrue();
  }

  private boolean allowed(String resource) throws Exception {
    String review =
        "{\"kind\":\"SelfSubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1\","
            + "\"spec\":{\"resourceAttributes\":{\"verb\":\"list\",\"resource\":\""
            + resource
            + "\"}}}";
    return Trees.parse(
            RpcClient.send(
                    client,
                    "POST",
                    cluster.url() + "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                    cluster.token(),
                    review)
                .body())
        .path("status")
        .path("allowed")
        .asBoolean();
  }

  @Test
  void faultsAndClocksAreAsAskedFor() throws Exception {
    cluster.faults().once("nodes", Fault.retryAfter(429, 3)).once("pods", Fault.html(200));
    assertThat(get("/api/v1/nodes").headers().firstValue("Retry-After")).hasValue("3");
    assertThat(get("/api/v1/pods").body()).startsWith("<html>");
    cluster.faults().clockOffset(Duration.ofHours(-2));
    Instant shown =
        DateTimeFormatter.RFC_1123_DATE_TIME.parse(
            get("/version").headers().firstValue("Date").orElseThrow(), Instant::from);
    assertThat(shown).isBefore(Instant.now().minus(Duration.ofMinutes(119)));
  }

  @Test
  void kubeletsTellOfTheirVolumes() throws Exception {
    assertThat(get("/api/v1/nodes/node-1/proxy/stats/summary").statusCode()).isEqualTo(404);
    JsonNode summary = Trees.parse("{\"node\":{\"nodeName\":\"node-1\"},\"pods\":[{}]}");
    try (KubernetesSimulator with =
        KubernetesSimulator.start(Map.of("volume-stats", List.of(summary)), TLS, 0)) {
      assertThat(
              Trees.parse(
                      RpcClient.get(
                              client,
                              with.url() + "/api/v1/nodes/node-1/proxy/stats/summary",
                              with.token())
                          .body())
                  .path("pods"))
          .hasSize(1);
    }
  }

  @Test
  void theUsualClientReadsPageByPage() throws Exception {
    Config config =
        Config.fromKubeconfig(Files.readString(cluster.kubeconfig(folder.resolve("kubeconfig"))));
    try (KubernetesClient usual = new KubernetesClientBuilder().withConfig(config).build()) {
      PersistentVolumeList page =
          usual.persistentVolumes().list(new ListOptionsBuilder().withLimit(5L).build());
      assertThat(page.getItems()).hasSize(5);
      assertThat(page.getMetadata().getRemainingItemCount()).isEqualTo(2);
      assertThat(usual.namespaces().withName("kube-system").get().getMetadata().getUid())
          .isNotEmpty();
    }
  }

  @Test
  void listsFromTheWatchCacheComeWhole() throws Exception {
    assertThat(
            Trees.parse(get("/api/v1/persistentvolumes?limit=3&resourceVersion=0").body())
                .path("items"))
        .hasSize(7);
  }
}
