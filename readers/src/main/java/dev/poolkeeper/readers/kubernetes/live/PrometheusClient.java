package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.CallWatch;
import dev.poolkeeper.readers.source.Peer;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import dev.poolkeeper.readers.source.TlsContexts;
import dev.poolkeeper.readers.source.TransportFailure;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a Prometheus, or what speaks its API, and puts into words what goes wrong. */
final class PrometheusClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final long LARGEST = 256L << 20;

  private final String cluster;
  private final PrometheusAccess access;
  private final Duration callTimeout;
  private final Retry retry;
  private final CallWatch watch;
  private int resends;
  private @Nullable HttpClient client;

  PrometheusClient(
      String cluster,
      PrometheusAccess access,
      Duration callTimeout,
      Retry retry,
      ObservationRegistry observations) {
    this.cluster = cluster;
    this.access = access;
    this.callTimeout = callTimeout;
    this.retry = retry;
    this.watch = new CallWatch(observations, access.url());
  }

  /** The answer, with code 200 or 422; the latter, where the question was too large. */
  Answer get(String path, Map<String, String> parameters, String what) {
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    URI url = URI.create(access.url().toString().replaceFirst("/+$", "") + path + "?" + query);
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(callTimeout);
    request.header("Accept", "application/json");
    access.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.value()));
    resends = 0;
    return retry.call(
        () -> {
          Observation call = watch.http("GET", path, resends);
          return call.observe(() -> once(request.build(), where(what), call));
        },
        attempt -> resends = attempt - 1);
  }

  String where(String what) {
    return what + " of the Prometheus of cluster " + cluster;
  }

  private Answer once(HttpRequest request, String where, Observation call) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client(where).sendAsync(request, info -> new LimitedBody(LARGEST));
    try {
      HttpResponse<byte[]> response = sent.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
      CallWatch.answered(call, response.statusCode());
      Answer answer =
          new Answer(
              response.statusCode(),
              response.body(),
              Optional.empty(),
              response.headers().firstValue("retry-after"));
      refusal(where, answer)
          .ifPresent(
              failure -> {
                throw failure;
              });
      return answer;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceUnavailable(
          where, "interrupted while waiting", "start the run again", interrupted);
    } catch (ExecutionException failed) {
      throw TransportFailure.of(where, peer(), failed).failure();
    } catch (TimeoutException late) {
      sent.cancel(true);
      throw TransportFailure.of(where, peer(), new HttpTimeoutException("no answer")).failure();
    }
  }

  private Optional<SourceFailure> refusal(String where, Answer answer) {
    int code = answer.code();
    if (code == 401 || code == 403) {
      return Optional.of(
          new SourceRefused(
              where,
              "it does not let us in (HTTP " + code + ")",
              access.token().isPresent() ? "check the token and its rights" : "set a token for it",
              null));
    }
    if (tooLarge(answer)) {
      return Optional.empty();
    }
    if (code == 429 || code >= 500) {
      return Optional.of(
          new SourceUnavailable(
              where,
              "it is too busy or not ready (HTTP " + code + said(answer) + ")",
              "run it again; if it stays so, look at its load",
              null,
              answer.pause().orElse(null)));
    }
    return code == 200 ? flaw(where, answer) : Optional.of(unforeseen(where, answer));
  }

  /** It limits how many samples and how much time one question may take. */
  static boolean tooLarge(Answer answer) {
    return answer.code() == 422
        || (answer.code() == 503
            && error(answer, "errorType").filter("timeout"::equals).isPresent());
  }

  private static Optional<SourceFailure> flaw(String where, Answer answer) {
    return answer
        .flaw()
        .map(
            flaw ->
                flaw == Answer.Flaw.ENDS_EARLY
                    ? new SourceUnavailable(
                        where,
                        "the answer ends in the middle",
                        "look for a proxy that cuts answers",
                        null)
                    : new SourceContract(
                        where,
                        answer.looksLike() + " where JSON is expected",
                        "check its url, and what stands between (a proxy, a login page)",
                        null));
  }

  private static SourceFailure unforeseen(String where, Answer answer) {
    return new SourceContract(
        where,
        "HTTP " + answer.code() + said(answer),
        answer.code() == 400
            ? "check the label matchers, for example cluster=\"prod-a\""
            : "check its url: PROMETHEUS/api/v1/query must answer",
        null);
  }

  private static String said(Answer answer) {
    return ": " + error(answer, "error").map(Visible::text).orElseGet(answer::looksLike);
  }

  private static Optional<String> error(Answer answer, String field) {
    if (answer.flaw().isPresent()) {
      return Optional.empty();
    }
    JsonNode tree = answer.tree();
    return Values.text(tree.path(field));
  }

  private HttpClient client(String where) {
    if (client == null) {
      if (access.token().isPresent() && !"https".equals(access.url().getScheme())) {
        throw new SourceRefused(
            where,
            "a token would go over plain HTTP, so it was not called",
            "use https in its url, or no token",
            null);
      }
      try {
        client =
            HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(TlsContexts.of(access.trust()))
                .build();
      } catch (IllegalArgumentException unusable) {
        throw new SourceRefused(
            where, String.valueOf(unusable.getMessage()), "correct its ca-file", unusable);
      }
    }
    return client;
  }

  private Peer peer() {
    return new Peer(access.url(), "the url of its Prometheus", "the ca-file of its Prometheus");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
