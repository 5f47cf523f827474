package dev.poolkeeper.readers.source;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes one certificate by its SHA-256 fingerprint, or any at all. It extends the extended type
 * since the runtime adds checks of its own, of the host name among them, to any other.
 */
final class FingerprintTrust extends X509ExtendedTrustManager {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Optional<String> pinned;

  private FingerprintTrust(Optional<String> pinned) {
    this.pinned = pinned;
  }

  static FingerprintTrust of(TlsTrust.Pinned pinned) {
    if (!SHA256.matcher(pinned.sha256()).matches()) {
      throw new IllegalArgumentException(
          "Pinned certificate: the fingerprint is not 64 lower-case hexadecimal digits. Next: take it"
              + " from openssl x509 -noout -fingerprint -sha256 -in CERTIFICATE, without the colons");
    }
    return new FingerprintTrust(Optional.of(pinned.sha256()));
  }

  static FingerprintTrust anybody() {
    return new FingerprintTrust(Optional.empty());
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (pinned.isPresent()) {
      String shown = fingerprint(chain[0]);
      if (!shown.equals(pinned.get())) {
        throw new CertificateException(
            "the certificate shown has the SHA-256 fingerprint "
                + shown
                + ", not the pinned "
                + pinned.get());
      }
    }
  }

  private static String fingerprint(X509Certificate certificate) throws CertificateException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new CertificateException(impossible);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("poolkeeper is never a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("poolkeeper is never a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("poolkeeper is never a server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
