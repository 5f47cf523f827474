package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.TransportFailure;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Whether an API server can be reached and believed, before anything is asked of it. */
final class NetworkCheck {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int DAYS_TO_RENEW = 14;

  private final String cluster;
  private final ClusterConfig settings;
  private final Clock clock;

  NetworkCheck(String cluster, ClusterConfig settings, Clock clock) {
    this.cluster = cluster;
    this.settings = settings;
    this.clock = clock;
  }

  /** Name resolution and a TCP connection. */
  CheckLine connect() {
    if (proxied()) {
      return CheckLine.skipped(cluster, "network", "it is called through a proxy");
    }
    try (Socket socket = socket()) {
      InetAddress address = socket.getInetAddress();
      return CheckLine.ok(
          cluster, "network", settings.peer().host() + " is " + address.getHostAddress());
    } catch (IOException failure) {
      throw failed("connect to the API server", failure);
    }
  }

  /** Who vouches for the server, and how long still. */
  CheckLine certificate() {
    if (url().getScheme().equals("http")) {
      return CheckLine.warning(
          cluster,
          "TLS",
          "plain HTTP: nothing is encrypted",
          "use https in " + settings.described());
    }
    if (proxied()) {
      return CheckLine.skipped(cluster, "TLS", "it is called through a proxy");
    }
    try (Socket plain = socket();
        SSLSocket socket = tls(plain)) {
      socket.startHandshake();
      return line((X509Certificate) socket.getSession().getPeerCertificates()[0]);
    } catch (IOException | GeneralSecurityException failure) {
      throw failed("TLS with the API server", failure);
    }
  }

  private CheckLine line(X509Certificate certificate) {
    LocalDate end = LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
    String issuer = Visible.text(certificate.getIssuerX500Principal().getName());
    if (config().isTrustCerts()) {
      return CheckLine.warning(
          cluster,
          "TLS",
          "not verified (insecure-skip-tls-verify), shown by " + issuer,
          "put that authority into " + settings.peer().trustSetting());
    }
    long days = Duration.between(clock.instant(), certificate.getNotAfter().toInstant()).toDays();
    String seen = "vouched for by %s until %s (%d days)".formatted(issuer, end, days);
    return days < DAYS_TO_RENEW
        ? CheckLine.warning(cluster, "TLS", seen, "renew the API server's certificate")
        : CheckLine.ok(cluster, "TLS", seen);
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

  private SSLSocket tls(Socket plain) throws IOException, GeneralSecurityException {
    SSLSocket socket =
        (SSLSocket)
            SSLUtils.sslContext(config())
                .getSocketFactory()
                .createSocket(plain, url().getHost(), port(), true);
    if (!config().isTrustCerts()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    return socket;
  }

  private RuntimeException failed(String what, Exception failure) {
    return TransportFailure.of(what + " of cluster " + cluster, settings.peer(), failure).failure();
  }

  private boolean proxied() {
    String proxy =
        url().getScheme().equals("http") ? config().getHttpProxy() : config().getHttpsProxy();
    return proxy != null;
  }

  private Config config() {
    return settings.config();
  }

  private URI url() {
    return settings.peer().url();
  }

  private int port() {
    if (url().getPort() >= 0) {
      return url().getPort();
    }
    return url().getScheme().equals("http") ? 80 : 443;
  }
}
