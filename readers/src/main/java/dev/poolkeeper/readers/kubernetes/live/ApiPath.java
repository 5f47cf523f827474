package dev.poolkeeper.readers.kubernetes.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a request to an API server is about, without the names in its path. Source: Kubernetes
 * documentation, "Kubernetes API concepts", "Resource URIs" and "API verbs".
 *
 * @param verb get, list, create, update or delete
 * @param group empty for the core group, and for what is no resource
 * @param resource {@code pods}, {@code nodes/proxy}; empty for what is no resource
 * @param template the path with braces in place of names
 */
record ApiPath(String verb, String group, String resource, String template) {

  private static final String NAMESPACES = "namespaces";

  /**
   * @param path below the server's own, without a query
   */
  static ApiPath of(String method, String path) {
    List<String> parts = Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    boolean core = parts.size() > 2 && parts.get(0).equals("api");
    if (!core && (parts.size() <= 3 || !parts.get(0).equals("apis"))) {
      return new ApiPath(verb(method, true), "", "", "/" + String.join("/", parts));
    }
    int at = core ? 2 : 3;
    List<String> template = new ArrayList<>(parts.subList(0, at));
    if (parts.get(at).equals(NAMESPACES) && parts.size() > at + 2) {
      template.addAll(List.of(NAMESPACES, "{namespace}"));
      at += 2;
    }
    template.add(parts.get(at));
    boolean named = parts.size() > at + 1;
    if (named) {
      template.add("{name}");
      template.addAll(parts.subList(at + 2, parts.size()));
    }
    String resource = parts.get(at) + (parts.size() > at + 2 ? "/" + parts.get(at + 2) : "");
    return new ApiPath(
        verb(method, named), core ? "" : parts.get(1), resource, "/" + String.join("/", template));
  }

  private static String verb(String method, boolean named) {
    return switch (method) {
      case "POST" -> "create";
      case "PUT" -> "update";
      case "DELETE" -> "delete";
      default -> named ? "get" : "list";
    };
  }
}
