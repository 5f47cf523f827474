package dev.poolkeeper.writers.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.NoticeChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.json.ContractJson;
import dev.poolkeeper.writers.notice.NoticeTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Posts every notice as JSON. A receiver that remembers {@code webhook-id} takes each once, also
 * when it comes twice because an answer was lost.
 */
public final class WebhookChannel implements NoticeChannel {

  private final HttpCaller http;
  private final Optional<Signature> signature;
  private final NoticeTexts texts;
  private final Clock clock;

  /**
   * @param secret that bodies are signed with; empty: they are not
   */
  public WebhookChannel(
      HttpPlace place, Optional<String> secret, NoticeTexts texts, CallContext context) {
    this.http = HttpCaller.passingTraceOn(place, context);
    this.signature = secret.map(Signature::new);
    this.texts = texts;
    this.clock = context.clock();
  }

  @Override
  public byte[] make(Notice notice) {
    return ContractJson.json()
        .writeValueAsString(WebhookEvent.of(notice, texts.of(notice)))
        .getBytes(UTF_8);
  }

  @Override
  public Receipt send(Parcel parcel) {
    return post(Signature.id(parcel.key()), parcel.text());
  }

  private Receipt post(String id, String body) {
    Instant now = clock.instant();
    HttpCall call =
        HttpCall.json("POST", http.place().url(), body)
            .with("webhook-id", id)
            .with("webhook-timestamp", Long.toString(now.getEpochSecond()));
    if (signature.isPresent()) {
      call = call.with("webhook-signature", signature.get().of(id, now, body));
    }
    return Answers.of(http.call(call), "POST " + http.place());
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    if (!sendTest) {
      return List.of(
          Probe.notTried(
              "endpoint", http.place() + " can only be tried by sending: check --send-test does"));
    }
    String body = "{\"schemaVersion\":%d,\"type\":\"test\"}".formatted(WebhookEvent.SCHEMA_VERSION);
    Receipt receipt = post(Signature.id("test/" + clock.instant()), body);
    return List.of(Probe.of("endpoint", receipt, "see what the receiver's own log says"));
  }

  @Override
  public void close() {
    http.close();
  }
}
