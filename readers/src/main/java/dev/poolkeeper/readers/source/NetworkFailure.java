package dev.poolkeeper.readers.source;

import dev.poolkeeper.readers.json.Visible;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Puts into words why a system could not be talked to. */
public final class NetworkFailure {

  private NetworkFailure() {}

  /**
   * The failure of a connection or of an answer on its way.
   *
   * @param where what was asked, {@code pool.query on nas1}
   * @param url whom
   */
  public static SourceFailure of(String where, URI url, IOException failure) {
    String host = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    if (caused(failure, UnknownHostException.class)
        || caused(failure, UnresolvedAddressException.class)) {
      return unavailable(
          where,
          "no such host: " + url.getHost(),
          "check the name in the configuration and the DNS of this machine",
          failure);
    }
    if (caused(failure, SSLException.class)) {
      return tls(where, url, failure);
    }
    if (caused(failure, HttpConnectTimeoutException.class)
        || caused(failure, NoRouteToHostException.class)) {
      return unavailable(
          where, host + " does not answer", "check address, port and firewalls", failure);
    }
    if (caused(failure, ConnectException.class)) {
      return unavailable(
          where,
          "nothing listens on " + host + ", or the connection was refused",
          "check address and port, and that the system is up",
          failure);
    }
    if (caused(failure, HttpTimeoutException.class)) {
      return unavailable(where, "no answer in time", "raise call-timeout if it is slow", failure);
    }
    return unavailable(
        where,
        "the connection broke off: " + message(failure),
        "run it again; look for a proxy, firewall or restart between here and " + host,
        failure);
  }

  private static SourceFailure tls(String where, URI url, IOException failure) {
    String text = message(failure);
    if (caused(failure, CertificateExpiredException.class)) {
      return refused(
          where,
          "its TLS certificate has expired",
          "renew the certificate of " + url.getHost(),
          failure);
    }
    if (caused(failure, CertificateNotYetValidException.class)) {
      return refused(
          where,
          "its TLS certificate is not valid yet",
          "check the clocks on both sides, or renew the certificate of " + url.getHost(),
          failure);
    }
    if (text.contains("No subject alternative") || text.contains("No name matching")) {
      return refused(
          where,
          "its TLS certificate is for another name than " + url.getHost(),
          "use the name that is in the certificate, or give the system one for this name",
          failure);
    }
    if (text.contains("fingerprint")) {
      return refused(
          where,
          text,
          "find out why the certificate changed; if that is right, configure the new fingerprint",
          failure);
    }
    if (caused(failure, CertPathBuilderException.class) || text.contains("certification path")) {
      return refused(
          where,
          "its TLS certificate is signed by an authority that is not trusted here",
          "configure ca-file with the authority's certificate, or certificate-sha256",
          failure);
    }
    if (text.contains("Unsupported or unrecognized SSL message") || text.contains("plaintext")) {
      return refused(
          where,
          "plain HTTP where TLS is expected",
          "use the HTTPS port; a key is never sent in clear text",
          failure);
    }
    return unavailable(
        where, "TLS could not be agreed on: " + text, "check the TLS set-up of both", failure);
  }

  private static SourceFailure unavailable(String where, String seen, String next, IOException e) {
    return new SourceUnavailable(where, seen, next, e);
  }

  private static SourceFailure refused(String where, String seen, String next, IOException e) {
    return new SourceRefused(where, seen, next, e);
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  /** The innermost message: the outer ones only say that something failed. */
  private static String message(Throwable failure) {
    String message = "";
    for (Throwable at = failure; at != null; at = at.getCause()) {
      message = at.getMessage() == null ? message : at.getMessage();
    }
    return Visible.text(message.isEmpty() ? failure.getClass().getSimpleName() : message);
  }
}
