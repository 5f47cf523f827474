package dev.poolkeeper.tests.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A path of the API server, taken apart. */
record KubernetesPath(
    String path, String group, String namespace, String plural, String name, String rest) {

  static KubernetesPath of(String path) {
    List<String> parts = KubernetesHttp.parts(path);
    boolean core = !parts.isEmpty() && parts.get(0).equals("api");
    boolean grouped = !parts.isEmpty() && parts.get(0).equals("apis");
    int prefix = core ? 2 : 3;
    if ((!core && !grouped) || parts.size() <= prefix) {
      return new KubernetesPath(
          path, grouped && parts.size() > 1 ? parts.get(1) : "", "", "", "", "");
    }
    String group = core ? "" : parts.get(1);
    List<String> below = parts.subList(prefix, parts.size());
    String namespace = "";
    if (below.get(0).equals("namespaces") && below.size() > 2) {
      namespace = below.get(1);
      below = below.subList(2, below.size());
    }
    String name = below.size() > 1 ? decoded(below.get(1)) : "";
    String rest = below.size() > 2 ? String.join("/", below.subList(2, below.size())) : "";
    return new KubernetesPath(path, group, namespace, below.get(0), name, rest);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** What faults are asked for by: the plural, {@code probe}, {@code volume-stats} or the path. */
  String subject() {
    if (isStats()) {
      return ClusterFolder.VOLUME_STATS;
    }
    if (path.equals("/version")) {
      return Faults.PROBE;
    }
    return plural.isEmpty() ? path : plural;
  }

  /** The right that a role has to grant for this, {@code get /nodes/proxy}; empty for discovery. */
  Optional<String> right(String method) {
    if (plural.isEmpty()) {
      return Optional.empty();
    }
    String verb =
        switch (method) {
          case "GET" -> name.isEmpty() ? "list" : "get";
          case "POST" -> "create";
          case "PUT" -> "update";
          default -> method.toLowerCase(Locale.ROOT);
        };
    String part = rest.isEmpty() ? "" : "/" + rest.replaceFirst("/.*", "");
    return Optional.of(verb + " " + group + "/" + plural + part);
  }

  boolean isStats() {
    return plural.equals("nodes") && rest.equals("proxy/stats/summary");
  }
}
