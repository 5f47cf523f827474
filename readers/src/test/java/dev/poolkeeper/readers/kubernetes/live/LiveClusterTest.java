package dev.poolkeeper.readers.kubernetes.live;

import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.named;
import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.page;
import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ClusterVersion;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.kubernetes.live.ClusterReading.Read;
import dev.poolkeeper.readers.kubernetes.live.FakeApiServer.Reply;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceUnavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LiveClusterTest {

  private static final String NODES = "/api/v1/nodes";

  @TempDir Path directory;
  private FakeApiServer server;
  private ClusterReading cluster;

  @BeforeEach
  void start() throws Exception {
    server = FakeApiServer.plain();
    cluster = new ClusterReading(server.kubeconfig(directory));
  }

  @AfterEach
  void stop() {
    cluster.close();
    server.close();
  }

  @Test
  void listIsReadPageByPage() {
    server
        .on(NODES + "?limit=500", page("Node", "a+b/c=", named("n1"), named("n2")))
        .on(NODES + "?limit=500&continue=a%2Bb%2Fc%3D", page("Node", "", named("n3")));

    Read read = cluster.read(ObjectKind.NODE);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.subjects())
        .containsExactly("prod-a/nodes/n1", "prod-a/nodes/n2", "prod-a/nodes/n3");
  }

  @Test
  void listThatExpiresIsReadAgainFromItsStart() {
    server
        .on(NODES + "?limit=500", page("Node", "t1", named("gone"), named("n1")))
        .on(NODES + "?limit=500", page("Node", "", named("n1"), named("n2")))
        .on(NODES + "?limit=500&continue=t1", 410, status(410, "Expired", "too old"));

    Read read = cluster.read(ObjectKind.NODE);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.subjects()).containsExactly("prod-a/nodes/n1", "prod-a/nodes/n2");
  }

  @Test
  void listThatExpiresAgainAndAgainIsGivenUp() {
    server
        .on(NODES + "?limit=500", page("Node", "t1", named("n1")))
        .on(NODES + "?limit=500&continue=t1", 410, status(410, "Expired", "too old"));

    Read read = cluster.read(ObjectKind.NODE);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(read.problem().where()).isEqualTo("list nodes of cluster prod-a");
    assertThat(read.problem().seen())
        .isEqualTo("the list expired 4 times before its last page (410 storm)");
    assertThat(server.requests()).hasSize(8);
  }

  @Test
  void pageThatPointsAtItselfEndsInWords() {
    server
        .on(NODES + "?limit=500", page("Node", "t1", named("n1")))
        .on(NODES + "?limit=500&continue=t1", page("Node", "t1", named("n2")));

    assertThat(cluster.read(ObjectKind.NODE).problem().seen())
        .isEqualTo("page after page with the same metadata.continue");
  }

  @Test
  void pageThatSaysItGoesOnWithoutATokenIsNotTheLast() {
    server.on(
        NODES,
        """
        {"kind": "NodeList", "apiVersion": "v1", "metadata": {"remainingItemCount": 3}, "items": []}""");

    assertThat(cluster.read(ObjectKind.NODE).problem().seen())
        .isEqualTo("the first page of a longer list (metadata.remainingItemCount)");
  }

  @Test
  void objectsOfAGroupAreListedInTheFirstVersionThatIsServed() {
    server
        .groups("snapshot.storage.k8s.io/v1beta1", "snapshot.storage.k8s.io/v1")
        .resources("snapshot.storage.k8s.io/v1", "volumesnapshots")
        .resources("snapshot.storage.k8s.io/v1beta1", "volumesnapshots")
        .on(
            "/apis/snapshot.storage.k8s.io/v1/volumesnapshots",
            """
            {"apiVersion": "snapshot.storage.k8s.io/v1", "items": [{"apiVersion":
             "snapshot.storage.k8s.io/v1", "kind": "VolumeSnapshot", "metadata":
             {"name": "s", "namespace": "media"}}], "kind": "VolumeSnapshotList", "metadata": {}}""");

    Read read = cluster.read(ObjectKind.VOLUME_SNAPSHOT);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.subjects()).containsExactly("prod-a/volumesnapshots/media/s");
  }

  @Test
  void addOnThatIsNotInstalledIsAnEmptyList() {
    for (ObjectKind kind :
        List.of(
            ObjectKind.VOLUME_SNAPSHOT,
            ObjectKind.VIRTUAL_MACHINE,
            ObjectKind.DATA_SOURCE,
            ObjectKind.REPLICATION_SOURCE,
            ObjectKind.VELERO_BACKUP)) {
      Read read = cluster.read(kind);

      assertThat(read.capture().status()).as(kind.plural()).isEqualTo(CaptureStatus.COMPLETE);
      assertThat(read.objects()).isEmpty();
    }
    assertThat(server.requests()).containsExactly("GET /apis");
  }

  @Test
  void groupWithoutTheResourceHasItNotInstalled() {
    server
        .groups("snapshot.storage.k8s.io/v1")
        .resources("snapshot.storage.k8s.io/v1", "volumesnapshots");

    Read read = cluster.read(ObjectKind.VOLUME_SNAPSHOT_CLASS);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.objects()).isEmpty();
  }

  @Test
  void kindThatEveryClusterHasIsNeverNotInstalled() {
    server.groups("apps/v1");

    Read read = cluster.read(ObjectKind.STORAGE_CLASS);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.problem().seen())
        .isEqualTo(
            "the API server serves them in none of the versions storage.k8s.io/v1, storage.k8s.io/v1beta1");
  }

  @Test
  void missingPageOfAProxyIsNoAddOnThatIsNotInstalled() throws Exception {
    try (FakeApiServer proxy = FakeApiServer.plain();
        ClusterReading behind = new ClusterReading(proxy.kubeconfig(directory))) {
      proxy.on("/apis", 200, "{}");
      Read read = behind.read(ObjectKind.NODE);

      assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
      assertThat(read.problem().seen())
          .isEqualTo("the text 404 page not found with HTTP 404, so no answer of an API server");
    }
    server.groups("snapshot.storage.k8s.io/v1");
    assertThat(cluster.read(ObjectKind.VOLUME_SNAPSHOT).capture().status())
        .isEqualTo(CaptureStatus.FAILED);
  }

  @Test
  void refusedRightIsNamedWithTheCommandThatGrantsIt() {
    server.on(
        "/api/v1/pods",
        403,
        status(
            403,
            "Forbidden",
            "pods is forbidden: User \"system:serviceaccount:storage:poolkeeper\" cannot list"
                + " resource \"pods\" in API group \"\" at the cluster scope"));
    server.on(NODES, page("Node", "", named("n1")));

    Read read = cluster.read(ObjectKind.POD);

    assertThat(read.problem().seen())
        .isEqualTo("system:serviceaccount:storage:poolkeeper may not list pods (HTTP 403)");
    assertThat(read.problem().next())
        .isEqualTo(
            "grant it: kubectl create clusterrole poolkeeper-pods --verb=list --resource=pods &&"
                + " kubectl create clusterrolebinding poolkeeper-pods --clusterrole=poolkeeper-pods"
                + " --serviceaccount=storage:poolkeeper");
    assertThat(cluster.read(ObjectKind.NODE).capture().status()).isEqualTo(CaptureStatus.COMPLETE);
  }

  @Test
  void refusedLoginIsAskedOnceAndSaidForEveryKind() {
    server.on(NODES, 401, status(401, "Unauthorized", "Unauthorized"));
    server.on("/api/v1/pods", page("Pod", ""));

    Read nodes = cluster.read(ObjectKind.NODE);
    int requests = server.requests().size();
    Read pods = cluster.read(ObjectKind.POD);

    assertThat(nodes.problem().seen())
        .startsWith("the API server does not accept context prod-a of " + directory)
        .endsWith("(HTTP 401: Unauthorized)");
    assertThat(nodes.problem().next())
        .startsWith("log in again until this answers: kubectl --kubeconfig " + directory)
        .endsWith(" --context prod-a get namespaces");
    assertThat(pods.problem().where()).isEqualTo("list pods of cluster prod-a");
    assertThat(pods.problem().seen()).isEqualTo(nodes.problem().seen());
    assertThat(server.requests()).hasSize(requests);
    assertThat(nodes.capture().problems().toString()).doesNotContain(FakeApiServer.TOKEN);
  }

  @Test
  void callWithoutCredentialsIsARefusedLogin() {
    server.on(
        NODES,
        403,
        status(
            403,
            "Forbidden",
            "nodes is forbidden: User \"system:anonymous\" cannot list resource \"nodes\" in API"
                + " group \"\" at the cluster scope"));

    assertThat(cluster.read(ObjectKind.NODE).problem().seen())
        .startsWith("no credentials came with context prod-a of ");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void busyServerIsAskedAgain(int code) {
    server
        .on(NODES, code, status(code, "Busy", "try later"))
        .on(NODES, code, "upstream went away")
        .on(NODES, page("Node", "", named("n1")));

    assertThat(cluster.read(ObjectKind.NODE).capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(cluster.contact().calls()).isEqualTo(3);
  }

  @Test
  void serverThatStaysBusyIsGivenUpInWords() {
    server.on(NODES, 503, status(503, "ServiceUnavailable", "etcd has no leader"));

    Read read = cluster.read(ObjectKind.NODE);

    assertThat(read.problem().seen())
        .isEqualTo("the API server is too busy or not ready (HTTP 503: etcd has no leader)");
    assertThat(server.requests()).hasSize(3);
  }

  private SourceUnavailable refusedNodes(String retryAfter) throws Exception {
    server.on(NODES, new Reply(429, Map.of("Retry-After", retryAfter), "slow down", -1));
    try (LiveCluster once =
        new LiveCluster(
            ClusterReading.access(server.kubeconfig(directory)),
            new Retry(1, Duration.ofMillis(1)),
            Clock.systemUTC())) {
      return catchThrowableOfType(
          SourceUnavailable.class, () -> once.stream(ObjectKind.NODE, new NoSink()));
    }
  }

  private static final class NoSink implements AnswerSink {
    @Override
    public RowSink answer(String name, RowMapper mapper) {
      return new RowSink() {
        @Override
        public void row(String place, JsonNode row) {
          throw new AssertionError(place);
        }

        @Override
        public void unreadable(String place, String seen, String next) {
          throw new AssertionError(seen);
        }
      };
    }

    @Override
    public RowSink names(String name, RowMapper mapper) {
      return answer(name, mapper);
    }

    @Override
    public void startOver() {
      throw new AssertionError("nothing expired");
    }
  }

  @Test
  void pauseThatTheServerAsksForIsHandedToTheRetry() throws Exception {
    assertThat(refusedNodes("7").retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void pauseThatIsNotInSecondsIsLeftToTheRetry() throws Exception {
    assertThat(refusedNodes("Wed, 21 Oct 2026 07:28:00 GMT").retryAfter()).isEmpty();
  }

  @Test
  void answerThatIsCutIsAskedAgainAndNothingOfItCounts() {
    String whole = page("Node", "", named("n1"), named("n2"));
    server
        .on(NODES, new Reply(200, Map.of(), whole, whole.length() - 30))
        .on(NODES, whole.substring(0, whole.length() - 30))
        .on(NODES, page("Node", "", named("n2")));

    Read read = cluster.read(ObjectKind.NODE);

    assertThat(read.capture().problems()).isEmpty();
    assertThat(read.subjects()).containsExactly("prod-a/nodes/n2");
  }

  @Test
  void answerThatIsAlwaysCutIsNoAnswer() {
    String whole = page("Node", "", named("n1"), named("n2"));
    server.on(NODES, whole.substring(0, whole.length() - 30));

    Read read = cluster.read(ObjectKind.NODE);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.problem().seen()).isEqualTo("the answer ends in the middle");
  }

  @Test
  void pageOfAProxyIsNoAnswer() {
    server.on(NODES, "<!DOCTYPE html><html><body>Please log in</body></html>");
    server.on("/api/v1/pods", "{\"kind\": \"PodList\"} and more");

    assertThat(cluster.read(ObjectKind.NODE).problem().seen())
        .isEqualTo("an HTML page where JSON is expected");
    assertThat(cluster.read(ObjectKind.POD).problem().seen()).endsWith("where JSON is expected");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void credentialsFollowNobodyElsewhere() throws Exception {
    try (FakeApiServer elsewhere = FakeApiServer.plain()) {
      server.on(
          NODES,
          new Reply(
              302, Map.of("Location", "http://localhost:" + elsewhere.port() + "/login"), "", -1));

      assertThat(cluster.read(ObjectKind.NODE).problem().seen())
          .isEqualTo("HTTP 302: an empty answer");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void versionTellsWhatWasSpoken() {
    Read read = cluster.read(ObjectKind.CLUSTER_VERSION);

    assertThat(read.objects()).containsExactly(new ClusterVersion("prod-a", "v1.34.2"));
    assertThat(cluster.contact().api()).isEqualTo("Kubernetes v1.34.2");
    assertThat(cluster.contact().remarks())
        .containsExactly("cluster prod-a is called over plain HTTP");
  }

  private Read namespacesWithOurClock(Duration offset) throws Exception {
    server.on("/api/v1/namespaces", page("Namespace", "", named("kube-system")));
    Clock ours = Clock.offset(Clock.systemUTC(), offset);
    try (ClusterReading reading =
        new ClusterReading(ClusterReading.access(server.kubeconfig(directory)), ours)) {
      return reading.read(ObjectKind.NAMESPACE);
    }
  }

  @Test
  void clockThatIsTwoHoursOffMakesTheClusterIncomplete() throws Exception {
    Read ahead = namespacesWithOurClock(Duration.ofHours(-2));
    Read behind = namespacesWithOurClock(Duration.ofDays(3));

    assertThat(ahead.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(ahead.problem().where()).isEqualTo("compare the clock of cluster prod-a");
    assertThat(ahead.problem().seen()).isEqualTo("its clock is 2 h 00 min ahead of ours");
    assertThat(ahead.objects()).hasSize(1);
    assertThat(behind.problem().seen()).isEqualTo("its clock is 3 d 0 h behind ours");
  }

  @Test
  void clockThatIsMinutesOffIsTolerated() throws Exception {
    assertThat(namespacesWithOurClock(Duration.ofMinutes(9)).capture().status())
        .isEqualTo(CaptureStatus.COMPLETE);
  }
}
