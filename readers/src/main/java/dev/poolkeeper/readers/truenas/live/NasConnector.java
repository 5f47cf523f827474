package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.source.CallWatch;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.TlsContexts;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;

/**
 * Decides which API a TrueNAS speaks, and logs in. A key is sent over verified TLS only, or over
 * TLS that the configuration calls insecure on purpose: from 25.04 on TrueNAS revokes a key that
 * arrives in clear text, so that is refused before anything is sent.
 */
final class NasConnector {

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration PROBE = Duration.ofSeconds(30);
  private static final String VERSIONS = "/api/versions";
  private static final int MOST_HOPS = 2;

  private final NasAccess access;
  private final Questions questions;
  private final HttpClient http;

  NasConnector(NasAccess access, Questions questions) {
    this.access = access;
    this.questions = questions;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .sslContext(trust(access, questions))
            .build();
  }

  /** Whom the configuration believes. */
  static SSLContext trust(NasAccess access, Questions questions) {
    try {
      return TlsContexts.of(access.trust());
    } catch (IllegalArgumentException unusable) {
      throw new SourceRefused(
          questions.where("connecting"),
          "the TLS settings cannot be used: " + unusable.getMessage(),
          "correct ca-file or certificate-sha256",
          unusable);
    }
  }

  /** Connects and logs in. */
  Connection connect() {
    refuseClearText();
    NasSession session = jsonRpc() ? jsonRpcSession() : new RestSession(http, access, questions);
    try {
      String version =
          Values.text(SmallAnswers.require(session, NasCall.of("system.version"), questions))
              .orElse("");
      if (version.isEmpty()) {
        throw new SourceContract(
            questions.where("system.version"),
            "no version",
            "see whether the URL leads to a TrueNAS",
            null);
      }
      return new Connection(session, version, questions);
    } catch (RuntimeException failure) {
      session.close();
      throw failure;
    }
  }

  private void refuseClearText() {
    if (!"https".equals(access.url().getScheme())) {
      throw new SourceRefused(
          questions.where("connecting"),
          "the URL is not https://, so the API key would travel in clear text; nothing was sent",
          "use https://: TrueNAS 25.04 and newer revoke a key that arrives in clear text",
          null);
    }
  }

  private boolean jsonRpc() {
    return switch (access.api()) {
      case JSONRPC -> true;
      case REST -> false;
      case AUTO -> offersJsonRpc();
    };
  }

  /** Asks for the list of API versions, which needs no login and exists from 25.04 on. */
  boolean offersJsonRpc() {
    Observation observed = questions.http("GET", VERSIONS);
    return observed.observe(() -> offersJsonRpc(observed));
  }

  private boolean offersJsonRpc(Observation observed) {
    HttpRequest request = HttpRequest.newBuilder(access.url().resolve(VERSIONS)).build();
    try {
      HttpResponse<String> answer =
          Waiting.on(http.sendAsync(request, BodyHandlers.ofString()), probe());
      CallWatch.answered(observed, answer.statusCode());
      RestAnswer probe = RestAnswer.of(answer);
      if (probe.transientFailure()) {
        probe.failure(questions.where(VERSIONS)).ifPresent(NasConnector::fail);
      }
      return answer.statusCode() == 200 && listOfVersions(answer.body());
    } catch (IOException failure) {
      throw questions.broken(VERSIONS, failure);
    }
  }

  private Duration probe() {
    return access.callTimeout().compareTo(PROBE) < 0 ? access.callTimeout() : PROBE;
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }

  private static boolean listOfVersions(String body) {
    try {
      return Json.tree(body).isArray();
    } catch (JacksonException noJson) {
      // before 25.04 the user interface answers
      return false;
    }
  }

  private NasSession jsonRpcSession() {
    URI url = access.url();
    for (int hop = 0; hop <= MOST_HOPS; hop++) {
      NasSession session = JsonRpcSession.connect(http, url, access.callTimeout(), questions);
      try {
        Optional<URI> active = new Login(access, questions).login(session);
        if (active.isEmpty()) {
          return session;
        }
        session.close();
        url = active.get();
      } catch (RuntimeException failure) {
        session.close();
        throw failure;
      }
    }
    throw new SourceRefused(
        questions.where("login"),
        "each node says that the other is the active one",
        "look at the state of the pair (System, Failover)",
        null);
  }
}
