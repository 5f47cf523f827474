package dev.poolkeeper.readers.kubernetes.live;

import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.named;
import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.page;
import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.VolumeStats;
import dev.poolkeeper.readers.kubernetes.live.ClusterReading.Read;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeStatsTest {

  private static final String SUMMARY =
      """
      {"node": {"nodeName": "n"}, "pods": [{"volume": [{"name": "v", "usedBytes": 7,
       "availableBytes": 3, "capacityBytes": 10,
       "pvcRef": {"namespace": "media", "name": "data"}}, {"name": "token", "usedBytes": 1}]}]}""";

  @TempDir Path directory;
  private FakeApiServer server;

  @BeforeEach
  void start() throws Exception {
    server = FakeApiServer.plain();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Read read(boolean stats) throws Exception {
    ClusterAccess access =
        ClusterReading.access(
            server.kubeconfig(directory), stats, Duration.ofSeconds(20), Optional.empty());
    try (ClusterReading cluster = new ClusterReading(access)) {
      return cluster.read(ObjectKind.VOLUME_STATS);
    }
  }

  private void nodes(String... names) {
    String[] items = new String[names.length];
    for (int index = 0; index < names.length; index++) {
      items[index] = named(names[index]);
    }
    server.on("/api/v1/nodes", page("Node", "", items));
  }

  private static String stats(String node) {
    return "/api/v1/nodes/" + node + "/proxy/stats/summary";
  }

  @Test
  void claimsAreMeasuredByTheKubeletsOfTheirNodes() throws Exception {
    nodes("n1", "n2");
    server.on(stats("n1"), SUMMARY);
    server.on(stats("n2"), "{\"pods\": []}");

    Read read = read(true);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.objects())
        .containsExactly(
            new VolumeStats(
                "prod-a",
                "media",
                "data",
                SpaceUsage.ofCapacity(
                    OptionalLong.of(7), OptionalLong.of(3), OptionalLong.of(10))));
  }

  @Test
  void kubeletsAreNotAskedUnlessWanted() throws Exception {
    nodes("n1");

    Read read = read(false);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.NOT_READ);
    assertThat(read.capture().problems()).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void nodeThatDoesNotAnswerCostsItsOwnClaimsOnly() throws Exception {
    nodes("n1", "n2");
    server.on(stats("n1"), 503, status(503, "ServiceUnavailable", "dial tcp 10.0.0.1:10250"));
    server.on(stats("n2"), SUMMARY);

    Read read = read(true);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(read.objects()).hasSize(1);
    assertThat(read.problem().where()).isEqualTo("volume-stats node n1");
    assertThat(read.problem().seen())
        .isEqualTo("the API server is too busy or not ready (HTTP 503: dial tcp 10.0.0.1:10250)");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void clusterOfSilentNodesIsLeftAlone() throws Exception {
    nodes("n1", "n2", "n3", "n4", "n5");
    for (String node : new String[] {"n1", "n2", "n3"}) {
      server.on(stats(node), 504, "gateway timeout");
    }

    Read read = read(true);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.capture().problems())
        .extracting(CaptureProblem::seen)
        .last()
        .isEqualTo("3 nodes in a row did not answer, so the other 2 were not asked");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void missingRightIsNamedOnce() throws Exception {
    nodes("n1", "n2");
    server.on(
        stats("n1"),
        403,
        status(
            403,
            "Forbidden",
            "nodes \"n1\" is forbidden: User \"jane\" cannot get resource \"nodes/proxy\" in API group"
                + " \"\" at the cluster scope"));

    Read read = read(true);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.problem().where()).isEqualTo("read stats/summary of node n1 of cluster prod-a");
    assertThat(read.problem().seen()).isEqualTo("jane may not get nodes/proxy (HTTP 403)");
    assertThat(read.problem().next())
        .startsWith(
            "grant it: kubectl create clusterrole poolkeeper-nodes-proxy --verb=get"
                + " --resource=nodes/proxy ")
        .endsWith("--user='jane'");
  }

  @Test
  void summaryOfAnotherShapeIsSkippedInWords() throws Exception {
    nodes("n1");
    server.on(stats("n1"), "{\"kind\": \"PodList\"}");

    assertThat(read(true).problem().seen())
        .isEqualTo("an object without pods, so no answer of /stats/summary");
  }
}
