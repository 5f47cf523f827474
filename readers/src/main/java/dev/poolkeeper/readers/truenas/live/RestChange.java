package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Decides what is known after a change over REST, by its status and body. A traceback is never
 * shown.
 *
 * <p>Source: truenas-contract §1.4.
 */
final class RestChange {

  private static final int LONGEST = 400;

  private RestChange() {}

  /** The answer of a change that went through. */
  static JsonNode of(String where, int status, String body) {
    JsonNode answer = json(body);
    if (status == 200 && (body.isBlank() || !answer.isMissingNode())) {
      return answer;
    }
    throw failure(where, status, answer);
  }

  private static HandFailure failure(String where, int status, JsonNode answer) {
    return switch (status) {
      case 401 -> ChangeFailures.notAllowed(where, "HTTP 401");
      case 403 -> ChangeFailures.notAllowed(where, "HTTP 403");
      case 404 ->
          ChangeFailures.failure(
              Kind.REFUSED,
              where,
              answer.isObject() ? "it is not there" : "this release has no such method");
      case 400, 405, 422 -> ChangeFailures.failure(Kind.REFUSED, where, reasons(answer));
      case 408, 429 ->
          ChangeFailures.failure(
              Kind.UNAVAILABLE, where, "the system is too busy (HTTP " + status + ")");
      default -> ChangeFailures.unknown(where, "HTTP " + status + ", " + reasons(answer));
    };
  }

  /** A message, or one complaint of each attribute. */
  private static String reasons(JsonNode answer) {
    String complaints =
        answer.properties().stream()
            .flatMap(attribute -> attribute.getValue().values().stream())
            .flatMap(complaint -> Values.text(complaint.path("message")).stream())
            .collect(Collectors.joining("; "));
    String message = Values.text(answer.path("message")).orElse(complaints);
    return message.isEmpty() ? "without a reason" : Visible.text(message, LONGEST);
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : Json.tree(body);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }
}
