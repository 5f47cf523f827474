package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what an object is that stands where an answer is expected: the envelope of JSON-RPC or of
 * the older protocol, an error, or something else. Of an error only its message is shown: its trace
 * holds call arguments.
 */
record Envelope(String seen, String next) {

  /** Judges the object the parser stands on, without keeping what is in it. */
  static Envelope instead(JsonParser parser, String expected) {
    ObjectNode head = Json.object();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      boolean container = parser.nextToken().isStructStart();
      if (container && !name.equals("error")) {
        parser.skipChildren();
        head.putObject(name);
      } else {
        head.set(name, Json.value(parser));
      }
    }
    return around(head).orElse(new Envelope("an object where " + expected + " is expected", ""));
  }

  /** The envelope or error that an answer is; empty for a bare one. */
  static Optional<Envelope> around(JsonNode answer) {
    if (answer.hasNonNull("error") || error(answer)) {
      return Optional.of(
          new Envelope(
              "an error: " + Visible.text(message(answer)),
              "remove its cause and export it again"));
    }
    return answer.has("jsonrpc") || (answer.has("msg") && answer.has("result"))
        ? Optional.of(
            new Envelope(
                "a JSON-RPC envelope around the answer", "store only what is in its result"))
        : Optional.empty();
  }

  private static boolean error(JsonNode answer) {
    return answer.has("message")
        && (answer.size() == 1 || answer.has("errno") || answer.has("traceback"));
  }

  private static String message(JsonNode answer) {
    JsonNode error = answer.path("error");
    return Stream.of(
            error.path("data").path("reason"),
            error.path("reason"),
            error.path("message"),
            answer.path("message"),
            error)
        .flatMap(text -> Values.text(text).stream())
        .findFirst()
        .orElse("without a message");
  }
}
