package dev.poolkeeper.readers.source;

import dev.poolkeeper.readers.json.Visible;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Whether a system can be reached and believed, before anything is asked of it. */
public final class NetworkCheck {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int DAYS_TO_RENEW = 14;

  /**
   * Whom the connection believes.
   *
   * @param unverified the setting that makes it believe anybody; empty when it verifies
   */
  public record Trust(SSLContext context, Optional<String> unverified) {}

  private final String subject;
  private final Peer peer;
  private final Clock clock;

  /**
   * @param subject whose lines they are
   */
  public NetworkCheck(String subject, Peer peer, Clock clock) {
    this.subject = subject;
    this.peer = peer;
    this.clock = clock;
  }

  /**
   * Name resolution and a TCP connection.
   *
   * @throws SourceFailure when there is none
   */
  public CheckLine connect() {
    try (Socket socket = socket()) {
      return CheckLine.ok(
          subject,
          "network",
          "%s is %s".formatted(peer.host(), socket.getInetAddress().getHostAddress()));
    } catch (IOException failure) {
      throw failed("network", failure);
    }
  }

  /**
   * Who vouches for the system, and how long still.
   *
   * @throws SourceFailure when nobody does
   */
  public CheckLine certificate(Trust trust) {
    try (Socket plain = socket();
        SSLSocket socket = tls(plain, trust)) {
      socket.startHandshake();
      return line((X509Certificate) socket.getSession().getPeerCertificates()[0], trust);
    } catch (IOException failure) {
      throw failed("TLS", failure);
    }
  }

  private CheckLine line(X509Certificate certificate, Trust trust) {
    LocalDate end = LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
    String issuer = Visible.text(certificate.getIssuerX500Principal().getName());
    if (trust.unverified().isPresent()) {
      return CheckLine.warning(
          subject,
          "TLS",
          "not verified (%s), shown by %s".formatted(trust.unverified().get(), issuer),
          "name that authority instead: " + peer.trustSetting());
    }
    long days = Duration.between(clock.instant(), certificate.getNotAfter().toInstant()).toDays();
    String seen = "vouched for by %s until %s (%d days)".formatted(issuer, end, days);
    return days < DAYS_TO_RENEW
        ? CheckLine.warning(subject, "TLS", seen, "renew the certificate of " + peer.host())
        : CheckLine.ok(subject, "TLS", seen);
  }

  private Socket socket() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(url().getHost(), port()), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return socket;
    } catch (SocketTimeoutException late) {
      socket.close();
      throw new HttpConnectTimeoutException(late.getMessage());
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  private SSLSocket tls(Socket plain, Trust trust) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            trust.context().getSocketFactory().createSocket(plain, url().getHost(), port(), true);
    if (trust.unverified().isEmpty()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    return socket;
  }

  private SourceFailure failed(String what, IOException failure) {
    return TransportFailure.of(what + " of " + subject, peer, failure).failure();
  }

  private URI url() {
    return peer.url();
  }

  private int port() {
    if (url().getPort() >= 0) {
      return url().getPort();
    }
    return "http".equals(url().getScheme()) ? 80 : 443;
  }
}
