package dev.poolkeeper.tests.simulator;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A reply of the API server: a code and a body, which is a Status where something is wrong. */
record KubernetesStatus(int status, Chunks body) {

  private record Reason(String name, String message) {}

  private static final Map<Integer, Reason> REASONS =
      Map.of(
          400, new Reason("BadRequest", "selectors are not simulated"),
          401, new Reason("Unauthorized", "Unauthorized"),
          403, new Reason("Forbidden", " is forbidden: User \"poolkeeper\" cannot list resource"),
          404, new Reason("NotFound", "the server could not find the requested resource"),
          405, new Reason("MethodNotAllowed", "the server does not allow this method"),
          410,
              new Reason(
                  "Expired", "The provided continue parameter is too old to display a list result"),
          429, new Reason("TooManyRequests", "Too many requests, please try again later."),
          503, new Reason("ServiceUnavailable", "apiserver is shutting down"));

  static KubernetesStatus of(int status, String plural) {
    Reason reason =
        REASONS.getOrDefault(
            status, new Reason("InternalError", "Internal error occurred: etcdserver: timed out"));
    String message =
        reason.message().startsWith(" ") ? plural + reason.message() : reason.message();
    return of(status, reason.name(), message);
  }

  static KubernetesStatus notFound(String plural, String name) {
    return of(404, "NotFound", plural + " \"" + name + "\" not found");
  }

  static KubernetesStatus conflict(String message) {
    return of(409, "Conflict", message);
  }

  static KubernetesStatus alreadyExists(String plural, String name) {
    return of(409, "AlreadyExists", plural + " \"" + name + "\" already exists");
  }

  static KubernetesStatus badRequest(String message) {
    return of(400, "BadRequest", message);
  }

  private static KubernetesStatus of(int status, String reason, String message) {
    ObjectNode body = Trees.object().put("kind", "Status").put("apiVersion", "v1");
    body.putObject("metadata");
    body.put("status", "Failure").put("message", message).put("reason", reason);
    return new KubernetesStatus(status, Chunks.of(body.put("code", status).toString()));
  }

  static KubernetesStatus ok(ObjectNode body) {
    return new KubernetesStatus(200, Chunks.of(body.toString()));
  }
}
