package dev.poolkeeper.readers.source;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the TLS context that believes whom a {@link TlsTrust} names. A client that checks host
 * names does so for authorities only: a pinned or an insecure context accepts any name.
 */
public final class TlsContexts {

  private TlsContexts() {}

  /**
   * The context; each call makes a new one.
   *
   * @throws IllegalArgumentException when the PEM file or the fingerprint cannot be used; the
   *     message is complete
   */
  public static SSLContext of(TlsTrust trust) {
    TrustManager @Nullable [] managers = managers(trust);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers, null);
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java runtime has no usable TLS", broken);
    }
  }

  /** Nothing stands for the authorities of the runtime. */
  private static TrustManager @Nullable [] managers(TlsTrust trust) {
    if (trust instanceof TlsTrust.Authorities authorities) {
      return managers(PemCertificates.read(authorities));
    }
    if (trust instanceof TlsTrust.Pinned pinned) {
      return new TrustManager[] {FingerprintTrust.of(pinned)};
    }
    return trust instanceof TlsTrust.Insecure
        ? new TrustManager[] {FingerprintTrust.anybody()}
        : null;
  }

  private static TrustManager[] managers(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int index = 0; index < authorities.size(); index++) {
        store.setCertificateEntry("authority-" + index, authorities.get(index));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException("this Java runtime cannot keep certificates", broken);
    }
  }
}
