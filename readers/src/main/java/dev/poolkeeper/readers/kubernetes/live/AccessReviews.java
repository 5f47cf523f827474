package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.SourceRefused;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Asks the API server who we are and what we may: reviews, which change nothing. */
final class AccessReviews {

  private static final List<String> SELF_REVIEWS =
      List.of("authentication.k8s.io/v1", "authentication.k8s.io/v1beta1");

  private final String cluster;
  private final ApiServer server;

  AccessReviews(String cluster, ApiServer server) {
    this.cluster = cluster;
    this.server = server;
  }

  /** Our name; empty where the API server is too old to tell. */
  Optional<String> whoAmI() {
    for (String version : SELF_REVIEWS) {
      ObjectNode review = Json.object();
      review.put("apiVersion", version);
      review.put("kind", "SelfSubjectReview");
      Answer answer =
          server.post("/apis/" + version + "/selfsubjectreviews", "log in", review.toString());
      if (answer.code() < 300) {
        return Values.text(answer.tree().path("status").path("userInfo").path("username"));
      }
    }
    return Optional.empty();
  }

  /** One line for all rights that are there, and one for each that is missing. */
  void rights(Discovery discovery, String user, Consumer<CheckLine> lines) {
    int allowed = 0;
    boolean all = true;
    for (ObjectKind kind : ObjectKind.of(Side.CLUSTER)) {
      if (kind == ObjectKind.CLUSTER_VERSION || kind == ObjectKind.VOLUME_STATS) {
        continue;
      }
      KubernetesKind entry = KubernetesKind.of(kind);
      Optional<String> path = discovery.path(entry);
      if (path.isEmpty()) {
        continue;
      }
      Grant grant = new Grant(named(user), "list", entry.resource(), group(path.get()));
      if (allowed(grant, "")) {
        allowed++;
      } else {
        all = false;
        lines.accept(CheckLine.failed(cluster, "rights", refused(grant)));
      }
    }
    if (all) {
      lines.accept(CheckLine.ok(cluster, "rights", "may list all " + allowed + " kinds"));
    }
  }

  /** The right to the kubelets' figures, without which only these are missing. */
  void volumeStats(String user, Consumer<CheckLine> lines) {
    Grant grant = new Grant(named(user), "get", "nodes/proxy", "");
    lines.accept(
        allowed(grant, "proxy")
            ? CheckLine.ok(cluster, "volume stats", "may get nodes/proxy")
            : CheckLine.warning(
                cluster,
                "volume stats",
                grant.seen() + ", so the fill level of claims stays unknown",
                grant.next() + ", or set volume-stats: false"));
  }

  /** Whether we may do this to a resource whose list has this path. */
  boolean may(String verb, String resource, String path) {
    return allowed(new Grant("", verb, resource, group(path)), "");
  }

  private boolean allowed(Grant grant, String subresource) {
    ObjectNode attributes = Json.object();
    attributes.put("verb", grant.verb());
    attributes.put("group", grant.group());
    attributes.put("resource", grant.resource().replaceFirst("/.*", ""));
    if (!subresource.isEmpty()) {
      attributes.put("subresource", subresource);
    }
    ObjectNode review = Json.object();
    review.put("apiVersion", "authorization.k8s.io/v1");
    review.put("kind", "SelfSubjectAccessReview");
    review.putObject("spec").set("resourceAttributes", attributes);
    String what = "ask whether we may " + grant.verb() + " " + grant.resource();
    Answer answer =
        server.post(
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", what, review.toString());
    if (answer.code() >= 300) {
      throw Refusals.missing(server.where(what), answer);
    }
    return answer.tree().path("status").path("allowed").asBoolean(false);
  }

  private SourceRefused refused(Grant grant) {
    return SourceRefused.bySource(
        server.where("list " + grant.resource()), grant.seen(), grant.next(), null);
  }

  private static String named(String user) {
    return user.isEmpty() ? "USER" : user;
  }

  /** The group of {@code /apis/GROUP/VERSION/PLURAL}; empty for the core group. */
  private static String group(String path) {
    String[] parts = path.split("/", -1);
    return parts[1].equals("apis") ? parts[2] : "";
  }
}
