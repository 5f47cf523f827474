package dev.poolkeeper.readers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsContextsTest {

  @TempDir Path directory;

  @Test
  void authorityOfTheFileIsBelieved() throws Exception {
    TestCertificate certificate = TestCertificate.valid();

    assertThat(ask(certificate, authorities(certificate.authorityPem()))).isEqualTo(200);
  }

  @Test
  void everyCertificateOfTheFileCounts() throws Exception {
    TestCertificate other = TestCertificate.other();
    TestCertificate certificate = TestCertificate.valid();
    String file =
        "# our authorities\n"
            + other.authorityPem()
            + "and the second\r\n"
            + certificate.authorityPem();

    assertThat(ask(certificate, authorities(file))).isEqualTo(200);
    assertThat(ask(other, authorities(file))).isEqualTo(200);
  }

  @Test
  void authorityOutsideTheFileIsRefused() throws Exception {
    TestCertificate certificate = TestCertificate.valid();
    TlsTrust others = authorities(TestCertificate.other().authorityPem());

    assertThatThrownBy(() -> ask(certificate, others)).isInstanceOf(SSLHandshakeException.class);
    assertThatThrownBy(() -> ask(certificate, new TlsTrust.PublicAuthorities()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void authoritiesDoNotExcuseAnotherNameOrAnEndedDate() throws Exception {
    TestCertificate foreign = TestCertificate.foreignHost();
    TestCertificate expired = TestCertificate.expired();

    assertThatThrownBy(() -> ask(foreign, authorities(foreign.authorityPem())))
        .isInstanceOf(SSLHandshakeException.class);
    assertThatThrownBy(() -> ask(expired, authorities(expired.authorityPem())))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void pinnedCertificateIsBelievedWhateverNameAndDatesItBears() throws Exception {
    TestCertificate foreign = TestCertificate.foreignHost();
    TestCertificate expired = TestCertificate.expired();

    assertThat(ask(foreign, new TlsTrust.Pinned(foreign.sha256()))).isEqualTo(200);
    assertThat(ask(expired, new TlsTrust.Pinned(expired.sha256()))).isEqualTo(200);
  }

  @Test
  void anotherCertificateThanThePinnedIsRefusedByItsFingerprint() throws Exception {
    TestCertificate certificate = TestCertificate.valid();
    String pinned = "0".repeat(64);

    assertThatThrownBy(() -> ask(certificate, new TlsTrust.Pinned(pinned)))
        .isInstanceOf(SSLHandshakeException.class)
        .hasStackTraceContaining(
            "fingerprint " + certificate.sha256() + ", not the pinned " + pinned);
  }

  @Test
  void insecureBelievesAnybody() throws Exception {
    assertThat(ask(TestCertificate.foreignHost(), new TlsTrust.Insecure())).isEqualTo(200);
  }

  @Test
  void unusableFilesAreNamedWithWhatIsWrong() throws Exception {
    Path missing = directory.resolve("none.pem");

    assertThatThrownBy(() -> TlsContexts.of(new TlsTrust.Authorities(missing)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Authorities of "
                + missing
                + ": there is no such file. Next: name a PEM file with the certificates of the"
                + " authorities to trust");
    assertThatThrownBy(() -> TlsContexts.of(new TlsTrust.Authorities(directory)))
        .hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> TlsContexts.of(authorities("no certificate")))
        .hasMessageContaining("it holds no certificate");
    assertThatThrownBy(
            () ->
                TlsContexts.of(
                    authorities("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")))
        .hasMessageContaining("its certificate 1 is broken");
  }

  @Test
  void fingerprintMustBeWhole() {
    assertThatThrownBy(() -> TlsContexts.of(new TlsTrust.Pinned("AB:CD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 lower-case hexadecimal digits");
  }

  private TlsTrust authorities(String pem) throws IOException {
    return new TlsTrust.Authorities(
        Files.writeString(Files.createTempFile(directory, "ca", ".pem"), pem));
  }

  private static int ask(TestCertificate certificate, TlsTrust trust) throws Exception {
    HttpsServer server =
        certificate.serve(
            exchange -> {
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            });
    try {
      HttpClient client = HttpClient.newBuilder().sslContext(TlsContexts.of(trust)).build();
      URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
      return client
          .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
          .statusCode();
    } finally {
      server.stop(0);
    }
  }
}
