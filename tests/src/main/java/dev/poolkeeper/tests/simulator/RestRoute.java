package dev.poolkeeper.tests.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Which method a REST path stands for.
 *
 * @param method such as {@code pool.dataset.query}
 * @param id of one row, or empty
 */
record RestRoute(String method, String id) {

  /** What is asked of one row with a path below the row's. */
  private static final Set<String> ITEM_METHODS =
      Set.of("pool.dataset.attachments", "pool.dataset.processes");

  /**
   * The route of a path below {@code /api/v2.0}; none where nothing is served. A slash in an id
   * must be encoded, else the path is another one.
   */
  static Optional<RestRoute> of(String verb, String path, MethodTable methods) {
    String trimmed = path.replaceFirst("/$", "");
    int at = trimmed.indexOf("/id/");
    if (at > 0) {
      return item(verb, trimmed, at, methods);
    }
    String name = trimmed.substring(1).replace('/', '.');
    String[] candidates =
        verb.equals("GET")
            ? new String[] {name + ".query", name + ".config", name}
            : new String[] {name + ".create", name};
    for (String candidate : candidates) {
      boolean hidden = !isServed(candidate, methods.generation());
      if (methods.has(candidate) && !hidden) {
        return Optional.of(new RestRoute(candidate, ""));
      }
    }
    return Optional.empty();
  }

  private static Optional<RestRoute> item(String verb, String path, int at, MethodTable methods) {
    String service = path.substring(1, at).replace('/', '.');
    String id = path.substring(at + "/id/".length());
    int slash = id.indexOf('/');
    String item = slash < 0 ? "" : service + "." + id.substring(slash + 1);
    if (ITEM_METHODS.contains(item)) {
      return Optional.of(new RestRoute(item, decoded(id.substring(0, slash))));
    }
    String action =
        switch (verb) {
          case "GET" -> ".query";
          case "PUT" -> ".update";
          default -> ".delete";
        };
    boolean served = isServed(service + action, methods.generation());
    return id.contains("/") || !served || !methods.has(service + action)
        ? Optional.empty()
        : Optional.of(new RestRoute(service + action, decoded(id)));
  }

  /** Whether it is a question, though it is a POST. */
  boolean asksOneRow() {
    return ITEM_METHODS.contains(method);
  }

  private static String decoded(String id) {
    return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** What is private, or new and no longer given a REST path. */
  private static boolean isServed(String method, Generation generation) {
    if (method.startsWith("zfs.resource.")) {
      return false;
    }
    return !method.startsWith("zfs.snapshot.") || !generation.atLeast(Generation.GOLDEYE_25_10);
  }
}
