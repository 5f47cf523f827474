package dev.poolkeeper.tests.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the kubelets say of their volumes, as recorded. */
record KubeletStats(List<? extends JsonNode> recorded) {

  /**
   * The summary of a node. A recording of several summaries is looked through by node name; pods of
   * other forms are not known here.
   */
  KubernetesStatus summary(String node) {
    for (JsonNode summary : recorded) {
      for (JsonNode one : summary.isArray() ? summary : List.of(summary)) {
        if (Trees.text(one.path("node"), "nodeName").equals(node)) {
          return KubernetesStatus.ok((ObjectNode) one);
        }
      }
    }
    if (recorded.isEmpty()) {
      return KubernetesStatus.of(404, "");
    }
    ObjectNode empty = Trees.object();
    empty.putObject("node").put("nodeName", node);
    empty.putArray("pods");
    return KubernetesStatus.ok(empty);
  }
}
