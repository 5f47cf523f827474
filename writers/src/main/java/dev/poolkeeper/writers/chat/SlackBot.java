package dev.poolkeeper.writers.chat;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bot: knows the message of a night by channel and time, {@code C0123:1700000000.000100
 * nightly/2026-02-11}, and changes it when that night is told again.
 */
final class SlackBot implements SlackDoor {

  private static final Pattern REFERENCE = Pattern.compile("(\\S+):(\\d+\\.\\d+) (\\S+)");

  /** There is no such message any more, or it cannot be changed: a new one says it. */
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private final HttpCaller http;
  private final String token;
  private final String channel;
  private final CompactJson json = new CompactJson();

  SlackBot(HttpCaller http, String token, String channel) {
    this.http = http;
    this.token = token;
    this.channel = channel;
  }

  @Override
  public Receipt send(String about, JsonNode message, Optional<String> reference) {
    Matcher known = REFERENCE.matcher(reference.orElse(""));
    if (known.matches() && known.group(3).equals(about)) {
      ObjectNode body = body(message, known.group(1)).put("ts", known.group(2));
      HttpReply reply = call("chat.update", body);
      if (!(reply instanceof Answer answer)
          || !GONE.contains(json.tree(answer.body()).path("error").asString(""))) {
        return receipt(reply, "chat.update", about, true);
      }
    }
    return receipt(
        call("chat.postMessage", body(message, channel)), "chat.postMessage", about, false);
  }

  private static ObjectNode body(JsonNode message, String channel) {
    ObjectNode body = message.deepCopy().asObject();
    return body.put("channel", channel);
  }

  private HttpReply call(String method, ObjectNode body) {
    return http.call(
        HttpCall.json("POST", http.place().below(method), body.toString())
            .with("Content-Type", "application/json; charset=utf-8")
            .with("Authorization", "Bearer " + token));
  }

  private Receipt receipt(HttpReply reply, String what, String about, boolean harmless) {
    if (!(reply instanceof Answer answer)) {
      Outcome outcome = ((HttpReply.NoAnswer) reply).outcome();
      return harmless && outcome.kind() == Outcome.Kind.UNKNOWN
          ? Receipt.of(Outcome.Kind.DEFERRED, outcome.said())
          : Receipt.of(outcome);
    }
    JsonNode said = json.tree(answer.body());
    if (!said.path("error").asString("").isEmpty()) {
      return SlackAnswers.refused(answer, what, said.path("error").asString(""), harmless);
    }
    if (!answer.good()) {
      return Answers.of(reply, what);
    }
    String where = said.path("channel").asString("");
    String at = said.path("ts").asString("");
    if (!said.path("ok").asBoolean(false) || where.isEmpty() || at.isEmpty()) {
      return Receipt.of(
          harmless ? Outcome.Kind.DEFERRED : Outcome.Kind.UNKNOWN,
          "%s: an answer that is not Slack's: %s".formatted(what, Answers.oneLine(answer.body())));
    }
    return Receipt.delivered(
        "%s: ok, %s at %s".formatted(what, VisibleText.of(where), VisibleText.of(at)),
        "%s:%s %s".formatted(where, at, about),
        Optional.empty());
  }

  @Override
  public List<Probe> look() {
    HttpReply reply =
        http.call(
            HttpCall.json("POST", http.place().below("auth.test"), "{}")
                .with("Authorization", "Bearer " + token));
    String next = "see that token-file holds a bot's token (xoxb-…) of this workspace";
    if (!(reply instanceof Answer answer)) {
      return List.of(Probe.of("login", Answers.of(reply, "auth.test"), next));
    }
    JsonNode said = json.tree(answer.body());
    if (!said.path("ok").asBoolean(false)) {
      String error = said.path("error").asString(Answers.oneLine(answer.body()));
      return List.of(
          Probe.failed(
              "login",
              SlackAnswers.refused(answer, "auth.test", error, true).outcome().said(),
              next));
    }
    return List.of(
        Probe.ok(
            "login",
            VisibleText.of(
                "%s in %s"
                    .formatted(said.path("user").asString("?"), said.path("team").asString("?")))),
        Probe.notTried(
            "channel " + VisibleText.of(channel),
            "only posting shows whether it may: check --send-test does"));
  }
}
