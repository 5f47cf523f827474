package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.readers.source.CallWatch;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceUnavailable;
import dev.poolkeeper.readers.source.TransportFailure;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One cluster's API server. Asks with the client's own authentication, one question at a time,
 * counts the requests, and puts into words what goes wrong. A failure that every other question
 * would meet too (no connection, no login, nothing but silence) is remembered and given at once.
 */
final class ApiServer implements AutoCloseable {

  /** Questions in a row without an answer, each asked repeatedly, after which no other is asked. */
  private static final int MOST_SILENCES = 3;

  private final String cluster;
  private final ClusterConfig config;
  private final Duration callTimeout;
  private final Retry retry;
  private final Clock clock;
  private final KubernetesClient client;
  private final URI url;
  private final CallWatch watch;
  private final ServerClock serverClock = new ServerClock();
  private @Nullable SourceFailure unreachable;
  private @Nullable SourceFailure lost;
  private int silences;
  private int resends;
  private long calls;

  ApiServer(
      ClusterAccess access,
      ClusterConfig config,
      Retry retry,
      Clock clock,
      ObservationRegistry observations) {
    this.cluster = access.name();
    this.config = config;
    this.callTimeout = access.callTimeout();
    this.retry = retry;
    this.clock = clock;
    this.url = URI.create(config.config().getMasterUrl());
    this.watch = new CallWatch(observations, url);
    this.client =
        new KubernetesClientBuilder()
            .withConfig(config.config())
            .withHttpClientFactory(new DirectHttp())
            .build();
  }

  /**
   * The answer to a GET: one whole JSON object with code 200, or whatever comes with 404 or 410.
   *
   * @param what what is asked, {@code list pods}
   */
  Answer get(String path, String what) {
    return persistently(what, () -> once(what, get(path), callTimeout));
  }

  /** The same without repeating it, for questions that may fail. */
  Answer getOnce(String path, String what, Duration timeout) {
    resends = 0;
    return once(what, get(path), timeout);
  }

  /** The answer to a review, which changes nothing. */
  Answer post(String path, String what, String json) {
    HttpRequest request =
        http().newHttpRequestBuilder().uri(url(path)).post("application/json", json).build();
    return persistently(what, () -> once(what, request, callTimeout));
  }

  /**
   * Asks for a change, once; the answer as it came, whatever its code.
   *
   * @throws HandFailure when none came
   */
  Answer change(String verb, String path, String what, String json) {
    HttpRequest.Builder builder = http().newHttpRequestBuilder().uri(url(path));
    HttpRequest request = asking(builder, verb, json).build();
    unreachable = null;
    calls++;
    resends = 0;
    try {
      return send(what, request, callTimeout);
    } catch (SourceFailure failure) {
      boolean connecting = failure == unreachable;
      throw new HandFailure(
          connecting ? HandFailure.Kind.UNAVAILABLE : HandFailure.Kind.UNKNOWN,
          failure.where() + ": " + failure.seen() + (connecting ? "" : "; it may have been done"),
          failure);
    }
  }

  private static HttpRequest.Builder asking(HttpRequest.Builder to, String verb, String json) {
    return switch (verb) {
      case "DELETE" -> to.delete("application/json", json);
      case "PUT" -> to.put("application/json", json);
      default -> to.post("application/json", json);
    };
  }

  /** What a failure names as its place, {@code list pods of cluster prod-a}. */
  String where(String what) {
    return what + " of cluster " + cluster;
  }

  long calls() {
    return calls;
  }

  ServerClock clock() {
    return serverClock;
  }

  @Override
  public void close() {
    client.close();
  }

  private Answer persistently(String what, Supplier<Answer> question) {
    if (lost != null) {
      throw Elsewhere.same(lost, where(what));
    }
    try {
      resends = 0;
      Answer answer = retry.call(question, attempt -> resends = attempt - 1);
      silences = 0;
      return answer;
    } catch (SourceFailure failure) {
      silences = failure instanceof SourceUnavailable ? silences + 1 : 0;
      if (failure == unreachable || silences == MOST_SILENCES) {
        lost = failure;
      }
      throw failure;
    }
  }

  private Answer once(String what, HttpRequest request, Duration timeout) {
    unreachable = null;
    calls++;
    Instant asked = clock.instant();
    Answer answer = send(what, request, timeout);
    serverClock.note(asked, clock.instant(), answer);
    Refusals refusals = new Refusals(where(what), config);
    Optional<SourceFailure> refusal = refusals.of(answer);
    if (refusal.isPresent()) {
      if (refusals.login()) {
        unreachable = refusal.get();
      }
      throw refusal.get();
    }
    return answer;
  }

  private Answer send(String what, HttpRequest request, Duration timeout) {
    if (watch.isNobody()) {
      return unobserved(what, request, timeout);
    }
    ApiPath path = ApiPath.of(request.method(), below(request.uri()));
    Observation call =
        watch
            .http(request.method(), path.template(), resends)
            .lowCardinalityKeyValue("poolkeeper.kubernetes.verb", path.verb())
            .lowCardinalityKeyValue("poolkeeper.kubernetes.group", path.group())
            .lowCardinalityKeyValue("poolkeeper.kubernetes.resource", path.resource());
    return call.observe(
        () -> {
          Answer answer = unobserved(what, request, timeout);
          CallWatch.answered(call, answer.code());
          return answer;
        });
  }

  /** A path below that of the server, which may stand behind a proxy of many. */
  private String below(URI request) {
    return request.getRawPath().substring(url.getRawPath().replaceFirst("/+$", "").length());
  }

  private Answer unobserved(String what, HttpRequest request, Duration timeout) {
    BoundedBody body = new BoundedBody();
    try {
      return answer(http().consumeBytes(request, body), body, timeout);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceUnavailable(
          where(what), "interrupted while waiting", "start the run again", interrupted);
    } catch (ExecutionException | TimeoutException | RuntimeException failed) {
      Throwable cause =
          failed instanceof TimeoutException ? new HttpTimeoutException("no answer") : failed;
      TransportFailure transport = TransportFailure.of(where(what), config.peer(), cause);
      if (transport.connecting()) {
        unreachable = transport.failure();
      }
      throw transport.failure();
    }
  }

  /** Waits for the whole answer: the client's own timeout ends with the headers. */
  private static Answer answer(
      CompletableFuture<HttpResponse<AsyncBody>> sent, BoundedBody body, Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Answer> whole =
        sent.thenCompose(
            response -> {
              response.body().consume();
              return response.body().done().thenApply(done -> answer(response, body));
            });
    try {
      return whole.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | TimeoutException given) {
      if (!sent.cancel(true) && !sent.isCompletedExceptionally()) {
        sent.join().body().cancel();
      }
      throw given;
    }
  }

  private static Answer answer(HttpResponse<?> response, BoundedBody body) {
    return new Answer(
        response.code(),
        body.bytes(),
        Optional.ofNullable(response.header("date")),
        Optional.ofNullable(response.header("retry-after")));
  }

  private HttpRequest get(String path) {
    return http()
        .newHttpRequestBuilder()
        .uri(url(path))
        .header("Accept", "application/json")
        .build();
  }

  private String url(String path) {
    return config.config().getMasterUrl().replaceFirst("/+$", "") + path;
  }

  private HttpClient http() {
    return client.getHttpClient();
  }
}
