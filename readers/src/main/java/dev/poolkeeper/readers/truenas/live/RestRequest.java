package dev.poolkeeper.readers.truenas.live;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How REST v2.0 writes a call: queries are GETs with a body, changes of a row are below its id. A
 * body that is left out means the defaults, which neither recurse nor force nor defer.
 *
 * @param verb GET, POST, PUT or DELETE
 * @param body JSON, or empty
 */
record RestRequest(String verb, String path, String body) {

  private static final String ROOT = "/api/v2.0/";

  /** Questions about one row that are below its id. */
  private static final Set<String> OF_ONE_ROW =
      Set.of("pool.dataset.attachments", "pool.dataset.processes");

  static RestRequest of(NasCall call) {
    String method = call.method();
    int dot = method.lastIndexOf('.');
    String service = ROOT + method.substring(0, dot).replace('.', '/');
    String verb = method.substring(dot + 1);
    if (OF_ONE_ROW.contains(method)) {
      return new RestRequest("POST", service + id(call) + "/" + verb, "");
    }
    return switch (verb) {
      case "create" -> new RestRequest("POST", service, parameter(call, 0));
      case "update" -> new RestRequest("PUT", service + id(call), parameter(call, 1));
      case "delete" -> new RestRequest("DELETE", service + id(call), parameter(call, 1));
      default -> new RestRequest("GET", call.path(), call.body());
    };
  }

  /** The path without the id of a row. */
  String template() {
    return path.replaceFirst("/id/[^/]+", "/id/{id}");
  }

  private static String id(NasCall call) {
    JsonNode id = call.params().get(0);
    return "/id/" + URLEncoder.encode(id.asString(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String parameter(NasCall call, int index) {
    return call.params().size() > index ? call.params().get(index).toString() : "";
  }
}
