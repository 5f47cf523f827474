package dev.poolkeeper.writers.chat;

import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An incoming webhook: posts, and knows nothing of what it has posted. */
final class SlackWebhook implements SlackDoor {

  private final HttpCaller http;

  SlackWebhook(HttpCaller http) {
    this.http = http;
  }

  @Override
  public Receipt send(String about, JsonNode message, Optional<String> reference) {
    String what = "POST " + http.place();
    HttpReply reply = http.call(HttpCall.json("POST", http.place().url(), message.toString()));
    if (reply instanceof Answer answer
        && !answer.good()
        && SlackAnswers.aboutSettings(answer.body())) {
      return SlackAnswers.refused(answer, what, answer.body().strip(), false);
    }
    return Answers.of(reply, what);
  }

  @Override
  public List<Probe> look() {
    return List.of(
        Probe.notTried(
            "webhook", http.place() + " can only be tried by posting: check --send-test does"));
  }
}
