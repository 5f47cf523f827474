package dev.poolkeeper.tests.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is sent with a deletion, against a server that only records it. */
class DeletePreconditionsIT {

  private static final String PATH = "/api/v1/persistentvolumes/pv-1";
  private static final String VOLUME =
      """
      {"kind":"PersistentVolume","apiVersion":"v1","metadata":{"name":"pv-1","uid":"u-1","resourceVersion":"4711"},
       "spec":{"persistentVolumeReclaimPolicy":"Retain"},"status":{"phase":"Released"}}""";
  private static final String CONFLICT =
      """
      {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Conflict","code":409,
       "message":"the UID in the precondition (u-1) does not match the UID in record (u-2)"}""";

  @TempDir private Path folder;

  @Test
  void deletionNamesUidAndVersionAndAConflictIsARefusal() throws Exception {
    KubernetesMockServer server = new KubernetesMockServer(false);
    server.init();
    try (Hand hand = ClusterLab.hand(kubeconfig(server), Duration.ofSeconds(20))) {
      server.expect().get().withPath(PATH).andReturn(200, VOLUME).always();
      server
          .expect()
          .get()
          .withPath("/apis")
          .andReturn(
              200,
              "{\"kind\":\"APIGroupList\",\"groups\":[{\"versions\":[{\"groupVersion\":\"storage.k8s.io/v1\"}]}]}")
          .always();
      server
          .expect()
          .get()
          .withPath("/apis/storage.k8s.io/v1")
          .andReturn(
              200,
              "{\"kind\":\"APIResourceList\",\"resources\":[{\"name\":\"volumeattachments\"}]}")
          .always();
      server
          .expect()
          .get()
          .withPath("/apis/storage.k8s.io/v1/volumeattachments?limit=500")
          .andReturn(200, "{\"kind\":\"VolumeAttachmentList\",\"metadata\":{},\"items\":[]}")
          .always();
      server.expect().delete().withPath(PATH).andReturn(409, CONFLICT).once();
      Step step = ClusterLab.step(Action.DELETE_PERSISTENT_VOLUME, "pv-1", new TreeMap<>());

      assertThatThrownBy(() -> hand.act(step))
          .isInstanceOfSatisfying(
              HandFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.REFUSED))
          .hasMessageContaining("u-2");

      JsonNode options = deletion(server);
      assertThat(options.path("preconditions").path("uid").asString()).isEqualTo("u-1");
      assertThat(options.path("preconditions").path("resourceVersion").asString())
          .isEqualTo("4711");
      assertThat(options.path("propagationPolicy").asString()).isEqualTo("Background");
    } finally {
      server.destroy();
    }
  }

  private static JsonNode deletion(KubernetesMockServer server) throws InterruptedException {
    while (true) {
      RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
      assertThat(request).as("a deletion").isNotNull();
      if (request.getMethod().equals("DELETE")) {
        return NasLab.json(request.getBody().readUtf8());
      }
    }
  }

  private Path kubeconfig(KubernetesMockServer server) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: simulated, cluster: {server: "http://%s:%d"}}]
        users: [{name: u, user: {token: t}}]
        contexts: [{name: simulated, context: {cluster: simulated, user: u}}]
        current-context: simulated
        """
            .formatted(server.getHostName(), server.getPort()));
  }
}
