package dev.poolkeeper.readers.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Checks the way to a system step by step: its name, its port, its certificate. */
public final class TlsCheck {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long SOON_DAYS = 21;
  private static final int HTTPS = 443;

  private final String subject;
  private final Peer peer;
  private final TlsTrust trust;
  private final Clock clock;

  /**
   * @param subject whose lines they are
   */
  public TlsCheck(String subject, Peer peer, TlsTrust trust, Clock clock) {
    this.subject = subject;
    this.peer = peer;
    this.trust = trust;
    this.clock = clock;
  }

  /** Whether the system can be talked to; each step says so in a line. */
  public boolean run(Consumer<CheckLine> lines) {
    int port = peer.url().getPort() < 0 ? HTTPS : peer.url().getPort();
    String step = "name";
    try {
      InetAddress[] addresses = InetAddress.getAllByName(peer.url().getHost());
      lines.accept(CheckLine.ok(subject, "name", peer.url().getHost() + " is " + text(addresses)));
      step = "port";
      try (Socket plain = new Socket()) {
        plain.connect(new InetSocketAddress(addresses[0], port), (int) LONGEST.toMillis());
        lines.accept(CheckLine.ok(subject, "port", "%d is open".formatted(port)));
        step = "TLS";
        certificate(plain, port, lines);
      }
      return true;
    } catch (IOException failure) {
      lines.accept(
          CheckLine.failed(
              subject, step, TransportFailure.of(step, peer, likeHttp(failure)).failure()));
      skipAfter(step, lines);
      return false;
    }
  }

  /** A socket's time-out, as the HTTP client names it. */
  private static IOException likeHttp(IOException failure) {
    return failure instanceof SocketTimeoutException
        ? new HttpConnectTimeoutException(failure.getMessage())
        : failure;
  }

  private void certificate(Socket plain, int port, Consumer<CheckLine> lines) throws IOException {
    try (SSLSocket tls =
        (SSLSocket)
            TlsContexts.of(trust)
                .getSocketFactory()
                .createSocket(plain, peer.url().getHost(), port, true)) {
      tls.setSoTimeout((int) LONGEST.toMillis());
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      tls.startHandshake();
      Certificate[] chain = tls.getSession().getPeerCertificates();
      lines.accept(line((X509Certificate) chain[0]));
    }
  }

  private CheckLine line(X509Certificate certificate) {
    if (trust instanceof TlsTrust.Insecure) {
      return CheckLine.warning(
          subject,
          "TLS",
          "not verified (insecure): anybody on the way could read the API key",
          "configure ca-file, or certificate-sha256");
    }
    long days = Duration.between(clock.instant(), certificate.getNotAfter().toInstant()).toDays();
    String seen = "verified, the certificate is valid for %d more days".formatted(days);
    return days < SOON_DAYS && !(trust instanceof TlsTrust.Pinned)
        ? CheckLine.warning(
            subject, "TLS", seen, "renew the certificate of " + peer.url().getHost())
        : CheckLine.ok(subject, "TLS", seen);
  }

  private void skipAfter(String failed, Consumer<CheckLine> lines) {
    List<String> steps = List.of("name", "port", "TLS");
    steps
        .subList(steps.indexOf(failed) + 1, steps.size())
        .forEach(s -> lines.accept(CheckLine.skipped(subject, s, failed + " failed")));
  }

  private static String text(InetAddress[] addresses) {
    return Arrays.stream(addresses)
        .map(InetAddress::getHostAddress)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
