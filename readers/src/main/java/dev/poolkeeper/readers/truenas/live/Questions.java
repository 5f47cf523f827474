package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.source.CallWatch;
import dev.poolkeeper.readers.source.Peer;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceUnavailable;
import dev.poolkeeper.readers.source.TransportFailure;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * What is asked of one NAS: how questions are named in messages, how they are counted, and what a
 * broken answer means.
 */
final class Questions {

  private final String nas;
  private final Peer peer;
  private final CallWatch watch;
  private long asked;
  private int resends;

  Questions(NasAccess access, ObservationRegistry observations) {
    this.nas = access.name();
    this.peer = peer(access);
    this.watch = new CallWatch(observations, access.url());
  }

  /** The NAS, and where its address and trust are configured. */
  static Peer peer(NasAccess access) {
    return new Peer(
        access.url(),
        "url of %s in poolkeeper.yaml".formatted(access.name()),
        "ca-file or certificate-sha256 of %s in poolkeeper.yaml".formatted(access.name()));
  }

  Peer peer() {
    return peer;
  }

  /**
   * From now on everything is asked again.
   *
   * @param attempt counted from 1
   */
  void attempt(int attempt) {
    resends = attempt - 1;
  }

  /** Counts one request over HTTP, and lets observers know of it once it is begun. */
  Observation http(String method, String template) {
    asked++;
    return watch.http(method, template, resends);
  }

  /** The same of a call by JSON-RPC. */
  Observation jsonRpc(String method) {
    asked++;
    return watch.jsonRpc(method, resends);
  }

  long asked() {
    return asked;
  }

  /** {@code pool.query on nas1}. */
  String where(String method) {
    return method + " on " + nas;
  }

  /** Why an answer could not be read to its end. */
  SourceFailure broken(String method, Exception failure) {
    if (failure instanceof IOException network) {
      return ofNetwork(method, network);
    }
    if (failure instanceof JacksonIOException wrapped && wrapped.getCause() != null) {
      return ofNetwork(method, wrapped.getCause());
    }
    if (failure instanceof JacksonException json && endsEarly(json)) {
      return new SourceUnavailable(
          where(method),
          "the answer ends in the middle",
          "run it again; look for a proxy or a restart on the way",
          failure);
    }
    return new SourceContract(
        where(method),
        "no valid JSON, at character " + place(failure),
        "see whether the URL leads to the TrueNAS itself, past any proxy",
        failure);
  }

  private SourceFailure ofNetwork(String method, IOException failure) {
    if (failure instanceof ClosedByPeer closed && closed.forbidden()) {
      return NasErrors.addressForbidden(where(method), closed);
    }
    if (failure instanceof Silence || failure instanceof ClosedByPeer) {
      return new SourceUnavailable(
          where(method),
          Objects.toString(failure.getMessage(), "it broke off"),
          "see whether the system is busy or restarting; raise call-timeout if it is slow",
          failure);
    }
    if (failure instanceof WebSocketHandshakeException refused) {
      return handshake(method, refused);
    }
    return TransportFailure.of(where(method), peer, failure).failure();
  }

  private SourceFailure handshake(String method, WebSocketHandshakeException refused) {
    int status = refused.getResponse().statusCode();
    String seen = "no WebSocket, but HTTP " + status;
    return status >= 500
        ? new SourceUnavailable(
            where(method), seen, "see whether the system is starting, then run it again", refused)
        : new SourceContract(
            where(method),
            seen,
            "let the URL lead to the TrueNAS itself, or let the proxy in front pass WebSockets",
            refused);
  }

  private static boolean endsEarly(JacksonException failure) {
    return failure instanceof UnexpectedEndOfInputException
        || failure.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  private static String place(Exception failure) {
    return failure instanceof JacksonException json && json.getLocation() != null
        ? Long.toString(Math.max(0, json.getLocation().getCharOffset()))
        : "unknown";
  }
}
