package dev.poolkeeper.readers.source;

import dev.poolkeeper.readers.json.Visible;
import java.io.EOFException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Decides what a failed TLS handshake means; nothing of it gets better by asking again. */
final class TlsFailures {

  private TlsFailures() {}

  static SourceFailure of(String where, Peer peer, SSLException failure) {
    if (Causes.find(failure, EOFException.class).isPresent()) {
      return new SourceUnavailable(
          where,
          peer.host() + " ended the TLS handshake without a word",
          "check " + peer.addressSetting() + ", and what stands between",
          failure);
    }
    if (Causes.message(failure, text -> text.contains("nrecognized SSL message")).isPresent()) {
      return new SourceContract(
          where,
          peer.host() + " speaks no TLS, so probably plain HTTP",
          "check " + peer.addressSetting() + ": its port, and https or http",
          failure);
    }
    return certificate(where, peer, failure)
        .or(() -> alert(where, peer, failure))
        .orElseGet(
            () ->
                new SourceRefused(
                    where,
                    "TLS with " + peer.host() + " failed: " + message(failure),
                    "check " + peer.trustSetting(),
                    failure));
  }

  private static Optional<SourceFailure> certificate(
      String where, Peer peer, SSLException failure) {
    Optional<CertificateExpiredException> expired =
        Causes.find(failure, CertificateExpiredException.class);
    if (expired.isPresent()) {
      return refused(
          where, peer, "has expired (" + message(expired.get()) + ")", "renew it there", failure);
    }
    Optional<CertificateNotYetValidException> early =
        Causes.find(failure, CertificateNotYetValidException.class);
    if (early.isPresent()) {
      String seen = "is not valid yet (" + message(early.get()) + ")";
      return refused(where, peer, seen, "check the clock of both sides", failure);
    }
    Optional<String> name =
        Causes.message(
            failure,
            text -> text.contains("subject alternative") || text.contains("name matching"));
    if (name.isPresent()) {
      String seen = "is made for another host (" + Visible.text(name.get()) + ")";
      return refused(
          where, peer, seen, "use a name that it is made for: " + peer.addressSetting(), failure);
    }
    return untrusted(where, peer, failure);
  }

  private static Optional<SourceFailure> untrusted(String where, Peer peer, SSLException failure) {
    Optional<String> pinned = Causes.message(failure, text -> text.contains("SHA-256 fingerprint"));
    if (pinned.isPresent()) {
      return Optional.of(
          new SourceRefused(
              where,
              pinned.get(),
              "if the certificate was renewed on purpose, pin the new one: " + peer.trustSetting(),
              failure));
    }
    boolean foreign =
        Causes.message(
                failure,
                text ->
                    text.contains("certification path")
                        || text.contains("path validation failed")
                        || text.contains("not trusted"))
            .isPresent();
    if (foreign || Causes.find(failure, CertificateException.class).isPresent()) {
      return refused(
          where,
          peer,
          "comes from an authority that is not trusted",
          "name its authority: " + peer.trustSetting(),
          failure);
    }
    return Optional.empty();
  }

  private static Optional<SourceFailure> refused(
      String where, Peer peer, String seen, String next, Throwable cause) {
    return Optional.of(
        new SourceRefused(where, "the certificate of " + peer.host() + " " + seen, next, cause));
  }

  /** The other side refused us: mostly a client certificate that it does not take. */
  private static Optional<SourceFailure> alert(String where, Peer peer, SSLException failure) {
    return Causes.message(failure, text -> text.contains("fatal alert"))
        .map(
            text ->
                new SourceRefused(
                    where,
                    peer.host() + " ended the TLS handshake: " + Visible.text(text),
                    "check our client certificate, its dates and its key",
                    failure));
  }

  private static String message(Throwable failure) {
    return Visible.text(Optional.ofNullable(failure.getMessage()).orElse("no reason given"));
  }
}
