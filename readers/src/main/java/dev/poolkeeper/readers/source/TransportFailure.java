package dev.poolkeeper.readers.source;

import dev.poolkeeper.readers.json.Visible;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/**
 * Decides what it means that an HTTP call brought no answer.
 *
 * @param connecting whether not even a connection came about, so that every other call to the same
 *     peer would fail alike
 */
public record TransportFailure(SourceFailure failure, boolean connecting) {

  /**
   * @param where what was asked of whom
   */
  public static TransportFailure of(String where, Peer peer, Throwable thrown) {
    Throwable failure = unwrapped(thrown);
    Optional<SSLException> tls = Causes.find(failure, SSLException.class);
    if (tls.isPresent()) {
      return new TransportFailure(TlsFailures.of(where, peer, tls.get()), true);
    }
    return connecting(where, peer, failure)
        .map(found -> new TransportFailure(found, true))
        .orElseGet(() -> new TransportFailure(broken(where, peer, failure), false));
  }

  private static Throwable unwrapped(Throwable thrown) {
    boolean wrapper = thrown instanceof CompletionException || thrown instanceof ExecutionException;
    return wrapper && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
  }

  private static Optional<SourceFailure> connecting(String where, Peer peer, Throwable failure) {
    if (Causes.find(failure, UnknownHostException.class).isPresent()
        || Causes.find(failure, UnresolvedAddressException.class).isPresent()) {
      return unavailable(
          where, "the host " + peer.url().getHost() + " is unknown", peer, " and DNS", failure);
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return unavailable(
          where, "no connection to " + peer.host() + " in time", peer, " and firewalls", failure);
    }
    if (failure instanceof NoRouteToHostException) {
      return unavailable(where, "no route to " + peer.host(), peer, " and the network", failure);
    }
    return failure instanceof ConnectException
        ? unavailable(
            where,
            peer.host() + " refuses connections",
            peer,
            ", and that a server listens there",
            failure)
        : Optional.empty();
  }

  private static Optional<SourceFailure> unavailable(
      String where, String seen, Peer peer, String more, Throwable cause) {
    return Optional.of(
        new SourceUnavailable(where, seen, "check " + peer.addressSetting() + more, cause));
  }

  private static SourceFailure broken(String where, Peer peer, Throwable failure) {
    if (failure instanceof HttpTimeoutException) {
      return new SourceUnavailable(
          where,
          "no answer from " + peer.host() + " in time",
          "look at its load, or raise the call timeout",
          failure);
    }
    String message = Optional.ofNullable(failure.getMessage()).orElse("");
    if (message.contains("nvalid status line") || message.contains("nvalid header")) {
      return new SourceContract(
          where,
          peer.host() + " answers something that is no HTTP",
          "check " + peer.addressSetting() + ": its port serves something else",
          failure);
    }
    if (failure instanceof IOException) {
      return new SourceUnavailable(
          where,
          "the connection to " + peer.host() + " broke off" + said(message),
          "ask again; if it stays so, look for a proxy or load balancer that cuts answers",
          failure);
    }
    return new SourceRefused(
        where,
        "the call failed before it was made ("
            + failure.getClass().getSimpleName()
            + ")"
            + said(message),
        "check " + peer.addressSetting(),
        failure);
  }

  private static String said(String message) {
    return message.isEmpty() ? "" : ": " + Visible.text(message);
  }
}
