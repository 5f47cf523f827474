package dev.poolkeeper.writers.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.NightDigest;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.delivery.WeekDigest;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.ReportChannel;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hands each report to a workflow of Microsoft Teams as a card. A workflow answers 202 before it
 * posts: that it was posted can be seen in the workflow's run history only.
 */
public final class TeamsChannel implements ReportChannel {

  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final HttpCaller http;
  private final Digests digests = new Digests();
  private final TeamsCard cards = new TeamsCard();

  public TeamsChannel(HttpCaller http) {
    this.http = http;
  }

  @Override
  public byte[] make(NightDigest night) {
    return cards.of(digests.of(night)).getBytes(UTF_8);
  }

  @Override
  public byte[] make(WeekDigest week) {
    return cards.of(digests.of(week)).getBytes(UTF_8);
  }

  @Override
  public Receipt send(Parcel parcel) {
    return post(parcel.text());
  }

  private Receipt post(String message) {
    String what = "POST " + http.place();
    HttpReply reply = http.call(HttpCall.json("POST", http.place().url(), message));
    if (reply instanceof Answer answer) {
      if (answer.good()) {
        return taken(answer, what);
      }
      if (answer.status() == NOT_FOUND || answer.status() == GONE) {
        return receipt(
            Outcome.Kind.NOT_ALLOWED,
            answer,
            what + ": there is no such workflow any more: make a new one and replace the URL");
      }
    }
    return Answers.of(reply, what);
  }

  /** Connectors of old answer 200 and tell a failure of Teams in their text. */
  private static Receipt taken(Answer answer, String what) {
    if (answer.body().contains("Microsoft Teams endpoint returned HTTP error")) {
      return receipt(
          answer.body().contains("error 429") ? Outcome.Kind.DEFERRED : Outcome.Kind.REFUSED,
          answer,
          what + ": " + Answers.oneLine(answer.body()));
    }
    return receipt(
        Outcome.Kind.DELIVERED,
        answer,
        "%s: %d, accepted; whether it was posted is in the workflow's run history"
            .formatted(what, answer.status()));
  }

  private static Receipt receipt(Outcome.Kind kind, Answer answer, String said) {
    return new Receipt(
        new Outcome(kind, OptionalInt.of(answer.status()), said),
        Optional.empty(),
        Optional.empty(),
        answer.retryAfter());
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    if (!sendTest) {
      return List.of(
          Probe.notTried(
              "workflow", http.place() + " can only be tried by posting: check --send-test does"));
    }
    String card = cards.of("This is a test of poolkeeper: nothing has to be done.");
    return List.of(
        Probe.of("workflow", post(card), "see the run history of the workflow, and docs/chat.md"));
  }

  @Override
  public void close() {
    http.close();
  }
}
