package dev.poolkeeper.writers.chat;

import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.channel.StubServer.Asked;
import dev.poolkeeper.writers.channel.StubServer.Said;
import dev.poolkeeper.writers.json.CompactJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A small Slack: one token, one channel, messages by their time, the documented limits. */
final class SlackStub implements AutoCloseable {

  static final String TOKEN = "xoxb-secret";
  static final String CHANNEL = "C0123456789";

  private final StubServer server = new StubServer(this::answer);
  private final Map<String, String> messages = new TreeMap<>();
  private final CompactJson json = new CompactJson();
  private Optional<Said> next = Optional.empty();
  private int count;

  private Said answer(Asked asked) {
    if (next.isPresent()) {
      Said said = next.get();
      next = Optional.empty();
      return said;
    }
    JsonNode body = json.tree(asked.body());
    if (!("Bearer " + TOKEN).equals(asked.headers().get("authorization"))) {
      return no("invalid_auth");
    }
    if (asked.path().equals("/auth.test")) {
      return new Said(200, "{\"ok\":true,\"team\":\"acme\",\"user\":\"poolkeeper\"}");
    }
    if (!body.path("channel").asString("").equals(CHANNEL)) {
      return no("channel_not_found");
    }
    String refused = limits(body);
    if (!refused.isEmpty()) {
      return no(refused);
    }
    String at = body.path("ts").asString("");
    if (asked.path().equals("/chat.update") && !messages.containsKey(at)) {
      return no("message_not_found");
    }
    if (asked.path().equals("/chat.postMessage")) {
      at = "1700000000.%06d".formatted(++count);
    }
    messages.put(at, body.path("text").asString(""));
    return new Said(200, "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(CHANNEL, at));
  }

  private static Said no(String error) {
    return new Said(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error));
  }

  /** What the reference of blocks says, and the limit of all of them that it does not say. */
  static String limits(JsonNode message) {
    if (message.path("text").asString("").isEmpty()) {
      return "no_text";
    }
    JsonNode blocks = message.path("blocks");
    if (blocks.size() > 50) {
      return "invalid_blocks";
    }
    if (blocks.toString().length() > 13_000) {
      return "msg_blocks_too_long";
    }
    for (JsonNode block : blocks) {
      boolean header = block.path("type").asString("").equals("header");
      int text = block.path("text").path("text").asString("").length();
      boolean fields =
          block.path("fields").size() > 10
              || block
                  .path("fields")
                  .valueStream()
                  .anyMatch(field -> field.path("text").asString("").length() > 2_000);
      if (text > (header ? 150 : 3_000) || fields) {
        return "invalid_blocks";
      }
    }
    return "";
  }

  /** The next request is answered with this, whatever it is. */
  void next(Said said) {
    next = Optional.of(said);
  }

  Map<String, String> messages() {
    return messages;
  }

  StubServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }
}
