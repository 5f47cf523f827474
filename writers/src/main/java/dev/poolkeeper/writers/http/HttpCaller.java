package dev.poolkeeper.writers.http;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.text.VisibleText;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Sends requests to one place. Never tries twice, never follows a redirect (a credential would
 * follow it), never throws for what the network or the other side does.
 */
public final class HttpCaller implements AutoCloseable {

  /** More of an answer is not read. */
  public static final int LONGEST_BODY = 1 << 20;

  private static final String AGENT = "poolkeeper";

  private final HttpPlace place;
  private final CallContext context;
  private final boolean passingOn;
  private final HttpFailures failures;
  private Optional<HttpClient> client = Optional.empty();

  public HttpCaller(HttpPlace place, CallContext context) {
    this(place, context, false);
  }

  private HttpCaller(HttpPlace place, CallContext context, boolean passingOn) {
    this.place = place;
    this.context = context;
    this.passingOn = passingOn;
    this.failures = new HttpFailures(place);
  }

  /**
   * One whose requests say which trace they belong to, so that a receiver can go on with it.
   * Source: W3C Trace Context, "traceparent".
   */
  public static HttpCaller passingTraceOn(HttpPlace place, CallContext context) {
    return new HttpCaller(place, context, true);
  }

  public HttpPlace place() {
    return place;
  }

  /** Sends one request and waits for its answer, at most the place's timeout. */
  public HttpReply call(HttpCall call) {
    Map<String, String> headers = new TreeMap<>();
    SenderContext<Map<String, String>> sender =
        new SenderContext<>(
            (carrier, key, value) -> Objects.requireNonNull(carrier).put(key, value), Kind.CLIENT);
    if (passingOn) {
      sender.setCarrier(headers);
    }
    Observation observed = ObservedCalls.http(context.observations(), call, sender);
    return observed.observe(
        () -> {
          HttpReply reply = sent(call.with(headers));
          ObservedCalls.note(observed, reply);
          return reply;
        });
  }

  private HttpReply sent(HttpCall call) {
    HttpClient open;
    try {
      open = opened();
    } catch (IOException e) {
      return new HttpReply.NoAnswer(
          new Outcome(
              Outcome.Kind.NOT_ALLOWED,
              OptionalInt.empty(),
              "the file %s cannot be used: %s"
                  .formatted(
                      place.authorities().map(Object::toString).orElse(""), e.getMessage())));
    }
    try {
      return answer(open.send(request(call), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      return new HttpReply.NoAnswer(failures.of(e, call.repeatable()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpReply.NoAnswer(
          new Outcome(
              Outcome.Kind.UNKNOWN, OptionalInt.empty(), "the run was stopped while it waited"));
    }
  }

  private HttpClient opened() throws IOException {
    if (client.isEmpty()) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(place.timeout())
              .proxy(proxy());
      if (place.authorities().isPresent()) {
        builder.sslContext(Authorities.tls(place.authorities().get()));
      }
      client = Optional.of(builder.build());
    }
    return client.get();
  }

  private ProxySelector proxy() {
    return place
        .proxy()
        .map(uri -> ProxySelector.of(new InetSocketAddress(uri.getHost(), uri.getPort())))
        .orElse(HttpClient.Builder.NO_PROXY);
  }

  private HttpRequest request(HttpCall call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(call.uri())
            .timeout(place.timeout())
            .header("User-Agent", AGENT)
            .method(
                call.method(),
                call.body().isPresent()
                    ? BodyPublishers.ofByteArray(call.bytes())
                    : BodyPublishers.noBody());
    call.headers().forEach(builder::setHeader);
    return builder.build();
  }

  private HttpReply answer(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      String body = new String(in.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
      return new HttpReply.Answer(
          response.statusCode(),
          body,
          response
              .headers()
              .firstValue("Retry-After")
              .flatMap(text -> RetryAfter.of(text, context.clock().instant())),
          response.headers().firstValue("Location").map(VisibleText::of));
    }
  }

  @Override
  public void close() {
    client = Optional.empty();
  }
}
