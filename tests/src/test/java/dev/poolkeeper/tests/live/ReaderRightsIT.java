package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.LiveCluster;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.tests.deploy.Manifests;
import dev.poolkeeper.tests.simulator.KubernetesSimulator;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The roles of {@code deploy/cronjobs} grant a reader what it asks for, and nothing else. */
class ReaderRightsIT {

  @TempDir private Path folder;

  @Test
  void whatIsAskedForIsGrantedAndNothingElse() {
    try (KubernetesSimulator cluster =
        KubernetesSimulator.start(everyKind(), SimulatorTls.valid(), 0)) {
      readEverything(cluster);

      assertThat(cluster.rights())
          .isEqualTo(Manifests.withVolumeStats().granted("poolkeeper", "poolkeeper-volume-stats"));
      assertThat(Manifests.base().granted("poolkeeper")).doesNotContain("get /nodes/proxy");
    }
  }

  /** One node, and an empty list of everything else, so that it counts as installed. */
  private static Map<String, List<JsonNode>> everyKind() {
    Map<String, List<JsonNode>> lists = new HashMap<>();
    for (ObjectKind kind : ObjectKind.of(Side.CLUSTER)) {
      if (kind != ObjectKind.CLUSTER_VERSION && kind != ObjectKind.VOLUME_STATS) {
        lists.put(KubernetesKind.of(kind).resource(), List.of());
      }
    }
    lists.put("nodes", List.of(new JsonMapper().readTree("{\"metadata\":{\"name\":\"node-1\"}}")));
    lists.put(
        "volume-stats", List.of(new JsonMapper().readTree("{\"node\":{\"nodeName\":\"node-1\"}}")));
    return lists;
  }

  private void readEverything(KubernetesSimulator cluster) {
    ClusterAccess access =
        new ClusterAccess(
            "prod-a",
            Optional.of(cluster.kubeconfig(folder.resolve("kubeconfig"))),
            Optional.of("simulated"),
            true,
            Duration.ofSeconds(20),
            Optional.empty());
    try (LiveCluster live =
        new LiveCluster(
            access, new Retry(2, Duration.ofMillis(1), Duration.ofMillis(5)), Clock.systemUTC())) {
      for (ObjectKind kind : ObjectKind.of(Side.CLUSTER)) {
        LiveParts.read(live, "prod-a", kind);
      }
    }
  }
}
