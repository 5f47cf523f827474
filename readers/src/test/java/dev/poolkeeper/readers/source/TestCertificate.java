package dev.poolkeeper.readers.source;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's certificate with its key and its authority, and servers that show it. */
public final class TestCertificate {

  private static final String PASSWORD = "changeit";

  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  /** Valid for localhost. */
  public static TestCertificate valid() throws Exception {
    return of("valid");
  }

  /** The same from another authority. */
  public static TestCertificate other() throws Exception {
    return of("other");
  }

  /** Its dates are over; those of its authority are not. */
  public static TestCertificate expired() throws Exception {
    return of("expired");
  }

  /** Made for another host. */
  public static TestCertificate foreignHost() throws Exception {
    return of("foreign-host");
  }

  private static TestCertificate of(String name) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stored = TestCertificate.class.getResourceAsStream("/tls/" + name + ".p12")) {
      store.load(stored, PASSWORD.toCharArray());
    }
    return new TestCertificate(store);
  }

  /** The authority that signed it. */
  public String authorityPem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate("ca").getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** The fingerprint of the certificate itself. */
  public String sha256() throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate("server").getEncoded()));
  }

  /** A started server on a free port of the loopback address. */
  public HttpsServer serve(HttpHandler handler) throws GeneralSecurityException, IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.createContext("/", handler);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return server;
  }

  private Certificate certificate(String alias) throws GeneralSecurityException {
    return store.getCertificate(alias);
  }

  private SSLContext context() throws GeneralSecurityException, IOException {
    KeyStore serverOnly = KeyStore.getInstance("PKCS12");
    serverOnly.load(null, null);
    serverOnly.setKeyEntry(
        "server",
        store.getKey("server", PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        store.getCertificateChain("server"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(serverOnly, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
