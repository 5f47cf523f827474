package dev.poolkeeper.readers.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The ClusterRole of docs/live-cluster.md grants what is read, and no more. */
class DocumentedRightsTest {

  @Test
  void documentedRoleGrantsEveryListAndTheKubelets() throws Exception {
    String page = Files.readString(Path.of("../docs/live-cluster.md"));
    String yaml = page.substring(page.indexOf("```yaml") + 7);
    JsonNode role = new YAMLMapper().readTree(yaml.substring(0, yaml.indexOf("```")));

    TreeSet<String> granted = new TreeSet<>();
    for (JsonNode rule : role.path("rules").values()) {
      for (JsonNode resource : rule.path("resources").values()) {
        granted.add(
            rule.path("verbs").path(0).asString()
                + " "
                + rule.path("apiGroups").path(0).asString()
                + "/"
                + resource.asString());
      }
    }

    TreeSet<String> needed = new TreeSet<>();
    needed.add("get /nodes/proxy");
    for (ObjectKind kind : ObjectKind.of(Side.CLUSTER)) {
      if (kind != ObjectKind.CLUSTER_VERSION && kind != ObjectKind.VOLUME_STATS) {
        String version = KubernetesKind.of(kind).versions().get(0);
        String group = version.contains("/") ? version.replaceFirst("/.*", "") : "";
        needed.add("list " + group + "/" + KubernetesKind.of(kind).resource());
      }
    }
    assertThat(granted).isEqualTo(needed);
  }
}
