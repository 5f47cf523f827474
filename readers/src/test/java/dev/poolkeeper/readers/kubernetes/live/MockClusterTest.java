package dev.poolkeeper.readers.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.recorded.EstateFolder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind, from fabric8's mock of an API server over TLS. */
class MockClusterTest {

  /** Kinds that live in a namespace. */
  private static final Set<ObjectKind> NAMESPACED =
      Set.of(
          ObjectKind.CSI_STORAGE_CAPACITY,
          ObjectKind.PERSISTENT_VOLUME_CLAIM,
          ObjectKind.VOLUME_SNAPSHOT,
          ObjectKind.POD,
          ObjectKind.STATEFUL_SET,
          ObjectKind.DEPLOYMENT,
          ObjectKind.DAEMON_SET,
          ObjectKind.JOB,
          ObjectKind.CRON_JOB,
          ObjectKind.VIRTUAL_MACHINE,
          ObjectKind.VIRTUAL_MACHINE_INSTANCE,
          ObjectKind.DATA_VOLUME,
          ObjectKind.DATA_SOURCE,
          ObjectKind.REPLICATION_SOURCE,
          ObjectKind.REPLICATION_DESTINATION,
          ObjectKind.VELERO_BACKUP,
          ObjectKind.DATA_UPLOAD,
          ObjectKind.DATA_DOWNLOAD);

  @TempDir Path directory;
  private KubernetesMockServer server;

  @BeforeEach
  void start() {
    Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
    server =
        new KubernetesMockServer(
            new Context(),
            new MockWebServer(),
            responses,
            new KubernetesMixedDispatcher(responses),
            true);
    server.init();
    discovery();
  }

  @AfterEach
  void stop() {
    server.destroy();
  }

  private static List<KubernetesKind> kinds() {
    return ObjectKind.of(Side.CLUSTER).stream()
        .filter(kind -> kind != ObjectKind.CLUSTER_VERSION && kind != ObjectKind.VOLUME_STATS)
        .map(KubernetesKind::of)
        .toList();
  }

  private void discovery() {
    Map<String, List<String>> resources =
        kinds().stream()
            .filter(kind -> !version(kind).equals("v1"))
            .collect(
                Collectors.groupingBy(
                    MockClusterTest::version,
                    Collectors.mapping(KubernetesKind::resource, Collectors.toList())));
    on(
        "/apis",
        "{\"kind\": \"APIGroupList\", \"groups\": ["
            + resources.keySet().stream()
                .map(version -> "{\"versions\": [{\"groupVersion\": \"" + version + "\"}]}")
                .collect(Collectors.joining(", "))
            + "]}");
    resources.forEach(
        (version, names) ->
            on(
                "/apis/" + version,
                "{\"kind\": \"APIResourceList\", \"resources\": ["
                    + names.stream()
                        .map(name -> "{\"name\": \"" + name + "\"}")
                        .collect(Collectors.joining(", "))
                    + "]}"));
  }

  private void on(String path, String body) {
    server.expect().get().withPath(path).andReturn(200, body).always();
  }

  private static String version(KubernetesKind kind) {
    return kind.versions().get(0);
  }

  private static String path(KubernetesKind kind) {
    String version = version(kind);
    return (version.equals("v1") ? "/api/" : "/apis/") + version;
  }

  private static void create(KubernetesClient client, KubernetesKind kind) {
    boolean namespaced = NAMESPACED.contains(kind.kind());
    client.raw(
        path(kind) + (namespaced ? "/namespaces/media/" : "/") + kind.resource(),
        "POST",
        """
            {"apiVersion": "%s", "kind": "%s", "metadata": {"name": "one"%s},
             "spec": {"local": {"path": "/a"}}}"""
            .formatted(
                version(kind), kind.kindName(), namespaced ? ", \"namespace\": \"media\"" : ""));
  }

  private ClusterReading reading() throws Exception {
    return new ClusterReading(
        FakeApiServer.kubeconfig(
            directory, "https://localhost:" + server.getPort(), "insecure-skip-tls-verify: true"));
  }

  @Test
  void everyKindOfALiveClusterIsTheSameAsOfARecordedOne() throws Exception {
    EstateFolder folder = new EstateFolder(directory);
    Set<String> subjects = new HashSet<>();
    try (KubernetesClient client = server.createClient();
        ClusterReading cluster = reading()) {
      for (KubernetesKind kind : kinds()) {
        create(client, kind);
        folder.clusterFile(kind.kind().plural(), client.raw(path(kind) + "/" + kind.resource()));

        ClusterReading.Read live = cluster.read(kind.kind());
        EstateFolder.Read recorded = folder.read(kind.kind());

        assertThat(live.capture().problems()).as(kind.kindName()).isEmpty();
        assertThat(live.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
        assertThat(recorded.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
        assertThat(live.objects()).hasSize(1).isEqualTo(recorded.objects());
        subjects.addAll(live.subjects());
      }
    }
    assertThat(subjects).hasSameSizeAs(kinds());
  }

  @Test
  void clusterWithNothingInItIsEmptyNotBroken() throws Exception {
    try (ClusterReading cluster = reading()) {
      List<InventoryObject> objects =
          kinds().stream()
              .map(kind -> cluster.read(kind.kind()))
              .peek(read -> assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE))
              .flatMap(read -> Stream.of(read.objects()).flatMap(List::stream))
              .toList();

      assertThat(objects).isEmpty();
    }
  }
}
