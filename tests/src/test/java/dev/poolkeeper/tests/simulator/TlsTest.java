package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** Certificates that hold and certificates that do not. */
class TlsTest {

  private static HttpResponse<String> probe(SimulatorTls tls) throws Exception {
    try (TrueNasSimulator nas =
        TrueNasSimulator.of(Map.of(), Map.of(), Generation.GOLDEYE_25_10).start(tls)) {
      return RpcClient.get(RpcClient.http(tls), nas.httpsUrl() + "/api/versions", "");
    }
  }

  @Test
  void validCertificatesAreTrusted() throws Exception {
    SimulatorTls tls = SimulatorTls.valid();
    assertThat(probe(tls).statusCode()).isEqualTo(200);
    assertThat(tls.sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void expiredCertificatesAreNot() {
    assertThatThrownBy(() -> probe(SimulatorTls.expired()))
        .isInstanceOf(SSLException.class)
        .hasStackTraceContaining("CertificateExpiredException");
  }

  @Test
  void certificatesOfOtherHostsAreNot() {
    assertThatThrownBy(() -> probe(SimulatorTls.wrongHost()))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void certificatesOfForeignAuthoritiesAreNot() {
    assertThatThrownBy(() -> probe(SimulatorTls.foreignAuthority()))
        .isInstanceOf(SSLException.class);
  }
}
