package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.kubernetes.VolumeStatsMapper;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the kubelets measure in mounted claims, node by node. Nothing else needs it, so no question
 * is repeated, and a cluster whose nodes do not answer is soon left alone.
 */
final class NodeStats {

  static final String PATH = "/proxy/stats/summary";
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int SILENT_NODES = 3;

  private final ApiServer server;
  private final Duration timeout;

  NodeStats(ApiServer server, Duration callTimeout) {
    this.server = server;
    this.timeout = callTimeout.compareTo(LONGEST) < 0 ? callTimeout : LONGEST;
  }

  void stream(AnswerSink sink) {
    List<String> nodes = nodes();
    RowSink rows = sink.answer(ObjectKind.VOLUME_STATS.plural(), VolumeStatsMapper::map);
    int silent = 0;
    for (int index = 0; index < nodes.size(); index++) {
      silent = node(nodes.get(index), rows) ? 0 : silent + 1;
      int left = nodes.size() - index - 1;
      if (silent == SILENT_NODES && left > 0) {
        rows.unreadable(
            "",
            "%d nodes in a row did not answer, so the other %d were not asked"
                .formatted(silent, left),
            "look at what the first of them says");
        return;
      }
    }
  }

  /** Whether the node answered; a missing right is the same for every node. */
  private boolean node(String node, RowSink rows) {
    String place = "node " + Visible.text(node);
    String what = "read stats/summary of " + place;
    try {
      String path = "/api/v1/nodes/" + URLEncoder.encode(node, StandardCharsets.UTF_8) + PATH;
      Answer answer = server.getOnce(path, what, timeout);
      if (answer.code() != 200) {
        throw Refusals.missing(server.where(what), answer);
      }
      rows.row(place, answer.tree());
      return true;
    } catch (SourceRefused refused) {
      throw refused;
    } catch (SourceFailure failure) {
      rows.unreadable(place, failure.seen(), failure.next());
      return false;
    }
  }

  private List<String> nodes() {
    List<String> names = new ArrayList<>();
    KubernetesKind kind = KubernetesKind.of(ObjectKind.NODE);
    RowSink rows =
        new RowSink() {
          @Override
          public void row(String place, JsonNode row) {
            Values.text(row.path("metadata").path("name")).ifPresent(names::add);
          }

          @Override
          public void unreadable(String place, String seen, String next) {
            // the list of nodes itself is read, and judged, as a kind of its own
          }
        };
    new Listing(server).pages(kind, "/api/v1/nodes", () -> rows);
    return names;
  }
}
