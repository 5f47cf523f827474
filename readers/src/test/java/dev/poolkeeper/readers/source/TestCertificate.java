package dev.poolkeeper.readers.source;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate with its key and its authority, made by the JDK's keytool, and servers
 * that show it.
 */
public final class TestCertificate {

  private static final String PASSWORD = "changeit";

  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  /** Valid for localhost, for a year from yesterday on. */
  public static TestCertificate valid(Path directory) throws Exception {
    return of(directory, "-1d", "dns:localhost,ip:127.0.0.1");
  }

  /** Ended half a year ago; its authority did not. */
  public static TestCertificate expired(Path directory) throws Exception {
    return of(directory, "-540d", "dns:localhost,ip:127.0.0.1");
  }

  /** Made for another host. */
  public static TestCertificate foreignHost(Path directory) throws Exception {
    return of(directory, "-1d", "dns:elsewhere.example.com");
  }

  private static TestCertificate of(Path directory, String start, String names) throws Exception {
    Path folder = Files.createTempDirectory(directory, "key");
    Path keys = folder.resolve("keys.p12");
    String request = folder.resolve("request").toString();
    String signed = folder.resolve("signed").toString();
    make(keys, "ca", "-keyalg", "EC", "-dname", "CN=test authority", "-ext", "bc=ca:true");
    make(keys, "server", "-keyalg", "EC", "-dname", "CN=test server");
    keytool(keys, "-certreq", "server", "-file", request);
    keytool(
        keys,
        "-gencert",
        "ca",
        "-infile",
        request,
        "-outfile",
        signed,
        "-startdate",
        start,
        "-validity",
        "365",
        "-ext",
        "san=" + names);
    keytool(keys, "-importcert", "server", "-noprompt", "-file", signed);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(keys)) {
      store.load(stored, PASSWORD.toCharArray());
    }
    return new TestCertificate(store);
  }

  private static void make(Path keys, String alias, String... more) throws Exception {
    keytool(keys, "-genkeypair", alias, more);
  }

  private static void keytool(Path keys, String what, String alias, String... more)
      throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        Stream.concat(
                Stream.of(
                    program,
                    what,
                    "-alias",
                    alias,
                    "-keystore",
                    keys.toString(),
                    "-storepass",
                    PASSWORD,
                    "-storetype",
                    "PKCS12"),
                Stream.of(more))
            .toList();
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
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
