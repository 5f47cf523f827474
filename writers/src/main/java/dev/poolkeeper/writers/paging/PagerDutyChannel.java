package dev.poolkeeper.writers.paging;

import static dev.poolkeeper.writers.json.CompactJson.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.NoticeChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import dev.poolkeeper.writers.json.CompactJson;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Triggers and resolves alerts of PagerDuty. One that comes twice is one there: they are told apart
 * by {@code dedup_key}, which is made of the topic.
 */
public final class PagerDutyChannel implements NoticeChannel {

  private static final int ACCEPTED = 202;
  private static final String ROUTING_KEY = "routing_key";

  private final HttpCaller http;
  private final String routingKey;
  private final Clock clock;
  private final CompactJson json = new CompactJson();

  /**
   * @param http to {@code https://events.pagerduty.com}
   * @param routingKey of an integration "Events API v2"; not in what is stored
   */
  public PagerDutyChannel(HttpCaller http, String routingKey, Clock clock) {
    this.http = http;
    this.routingKey = routingKey;
    this.clock = clock;
  }

  @Override
  public byte[] make(Notice notice) {
    return json.text(PagerEvent.of(notice)).getBytes(UTF_8);
  }

  @Override
  public Receipt send(Parcel parcel) {
    JsonNode event = json.tree(parcel.text());
    if (!event.isObject()) {
      return Receipt.of(Outcome.Kind.REFUSED, "what was made for it is no event of PagerDuty");
    }
    Receipt receipt = post("/v2/enqueue", event.asObject());
    return new Receipt(
        receipt.outcome(),
        receipt.outcome().kind() == Outcome.Kind.DELIVERED
            ? Optional.of(event.path("dedup_key").asString(""))
            : Optional.empty(),
        Optional.empty(),
        receipt.retryAfter());
  }

  private Receipt post(String path, ObjectNode event) {
    ObjectNode body = event.deepCopy().put(ROUTING_KEY, routingKey);
    String what = "POST " + path;
    HttpReply reply = http.call(HttpCall.json("POST", http.place().below(path), body.toString()));
    Receipt receipt = Answers.of(reply, what);
    boolean strange =
        reply instanceof Answer answer && answer.good() && answer.status() != ACCEPTED;
    return strange
        ? Receipt.of(
            Outcome.Kind.REFUSED,
            receipt.outcome().said() + ": not the answer of PagerDuty, which is 202")
        : receipt;
  }

  /** Events of changes wake nobody, and are refused for a routing key that is none. */
  @Override
  public List<Probe> probe(boolean sendTest) {
    if (!sendTest) {
      return List.of(
          Probe.notTried(
              "routing key",
              "only an event shows whether it is good: check --send-test sends one of a change,"
                  + " which pages nobody"));
    }
    Object change =
        object(
            "payload",
            object(
                "summary",
                "This is a test of poolkeeper: nothing has to be done.",
                "timestamp",
                clock.instant().toString(),
                "source",
                "poolkeeper"));
    return List.of(
        Probe.of(
            "routing key",
            post("/v2/change/enqueue", json.tree(json.text(change)).asObject()),
            "use the integration key of an integration of type Events API v2"));
  }

  @Override
  public void close() {
    http.close();
  }
}
