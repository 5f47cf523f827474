package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what it means that Jira did not do what it was asked. Its {@code errorMessages} and {@code
 * errors} become one line. What is wrong with the settings is the same for all that follow: it is
 * not taken for a fault of one ticket.
 */
final class JiraErrors {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> OURS =
      Set.of("summary", "description", "labels", "comment", "parent", "parentId", "parentIssueId");

  private JiraErrors() {}

  static Receipt of(HttpReply reply, String what) {
    Receipt usual = Answers.of(reply, what);
    if (!(reply instanceof HttpReply.Answer answer)) {
      return usual;
    }
    JsonNode body = parsed(answer.body());
    String words = words(body);
    String said =
        words.isEmpty()
            ? usual.outcome().said()
            : Answers.oneLine("%s: %d %s".formatted(what, answer.status(), words));
    return new Receipt(
        new Outcome(
            kind(what, answer.status(), body, usual.outcome().kind()),
            usual.outcome().code(),
            said),
        usual.reference(),
        usual.url(),
        usual.retryAfter());
  }

  private static Outcome.Kind kind(String what, int status, JsonNode body, Outcome.Kind usual) {
    if (status == 404) {
      return Outcome.Kind.NOT_ALLOWED;
    }
    if (status != 400) {
      return usual;
    }
    List<String> fields = body.path("errors").properties().stream().map(Map.Entry::getKey).toList();
    if (what.contains("/search")) {
      return Outcome.Kind.NOT_ALLOWED;
    }
    boolean settings = !fields.isEmpty() && fields.stream().noneMatch(OURS::contains);
    return settings ? Outcome.Kind.NOT_ALLOWED : usual;
  }

  private static String words(JsonNode body) {
    List<String> words = new ArrayList<>();
    body.path("errorMessages").forEach(message -> words.add(message.stringValue("")));
    body.path("errors")
        .properties()
        .forEach(error -> words.add(error.getKey() + ": " + error.getValue().stringValue("")));
    return String.join("; ", words);
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException noJson) {
      return JSON.missingNode();
    }
  }
}
