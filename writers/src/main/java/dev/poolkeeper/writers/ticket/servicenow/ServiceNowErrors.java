package dev.poolkeeper.writers.ticket.servicenow;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpReply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what it means that ServiceNow did not do what it was asked; its {@code error} becomes one
 * line. A rule of the instance that refuses one record refuses that record only.
 */
final class ServiceNowErrors {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ServiceNowErrors() {}

  static Receipt of(HttpReply reply, String what) {
    Receipt usual = Answers.of(reply, what);
    if (!(reply instanceof HttpReply.Answer answer)) {
      return usual;
    }
    String words = words(answer.body());
    String said =
        words.isEmpty()
            ? usual.outcome().said()
            : Answers.oneLine("%s: %d %s".formatted(what, answer.status(), words));
    return new Receipt(
        new Outcome(kind(answer.status(), words, usual), usual.outcome().code(), said),
        usual.reference(),
        usual.url(),
        usual.retryAfter());
  }

  private static Outcome.Kind kind(int status, String words, Receipt usual) {
    if (status == 403 && words.matches("(?i).*(business rule|data policy).*")) {
      return Outcome.Kind.REFUSED;
    }
    boolean table = status == 400 && words.matches("(?i).*invalid table.*");
    return table || status == 404 ? Outcome.Kind.NOT_ALLOWED : usual.outcome().kind();
  }

  private static String words(String body) {
    try {
      JsonNode error = JSON.readTree(body).path("error");
      String message = error.path("message").stringValue("");
      String detail = error.path("detail").stringValue("");
      return detail.isEmpty() || detail.equals(message) ? message : message + ": " + detail;
    } catch (JacksonException noJson) {
      return "";
    }
  }
}
