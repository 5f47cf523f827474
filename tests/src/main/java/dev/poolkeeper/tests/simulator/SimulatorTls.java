package dev.poolkeeper.tests.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority of its own and a certificate signed by it, both made when asked for.
 * {@link #caFile} writes what a client that trusts the lab trusts; the variants have a certificate
 * that such a client refuses.
 */
public final class SimulatorTls {

  private static final Ages TEN_YEARS = new Ages(1, 3650);

  /** Days before and after now in which a certificate holds. */
  private record Ages(long before, long after) {}

  private final X509Certificate trusted;
  private final X509Certificate server;
  private final PrivateKey key;

  private SimulatorTls(X509Certificate trusted, X509Certificate server, PrivateKey key) {
    this.trusted = trusted;
    this.server = server;
    this.key = key;
  }

  /** For localhost and 127.0.0.1. */
  public static SimulatorTls valid() {
    return make("localhost", TEN_YEARS, false);
  }

  /** It ended yesterday. */
  public static SimulatorTls expired() {
    return make("localhost", new Ages(30, -1), false);
  }

  /** For another host. */
  public static SimulatorTls wrongHost() {
    return make("elsewhere.example.com", TEN_YEARS, false);
  }

  /** Signed by another authority than the one that {@link #caFile} writes. */
  public static SimulatorTls foreignAuthority() {
    return make("localhost", TEN_YEARS, true);
  }

  /** Writes the authority's certificate as PEM. */
  public Path caFile(Path file) {
    try {
      return Files.writeString(file, caPem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String caPem() {
    return pem("CERTIFICATE", encoded(trusted));
  }

  /** The SHA-256 fingerprint of the server's certificate, in lower-case hexadecimal digits. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(server)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a server of the JDK. */
  public SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, new char[0], new X509Certificate[] {server});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  PemKeyCertOptions serverKey() {
    return new PemKeyCertOptions()
        .addCertValue(Buffer.buffer(pem("CERTIFICATE", encoded(server))))
        .addKeyValue(Buffer.buffer(pem("PRIVATE KEY", key.getEncoded())));
  }

  private static SimulatorTls make(String host, Ages ages, boolean foreign) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair authority = generator.generateKeyPair();
      KeyPair keys = generator.generateKeyPair();
      X500Name issuer = new X500Name("CN=Simulated authority,O=poolkeeper tests");
      X509Certificate own = authority(issuer, authority);
      X509Certificate trusted = foreign ? authority(issuer, generator.generateKeyPair()) : own;
      X509v3CertificateBuilder builder =
          builder(issuer, new X500Name("CN=" + host), keys.getPublic(), ages);
      builder.addExtension(Extension.subjectAlternativeName, false, names(host));
      return new SimulatorTls(trusted, sign(builder, authority.getPrivate()), keys.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("no certificate could be made", e);
    }
  }

  private static GeneralNames names(String host) {
    GeneralName name = new GeneralName(GeneralName.dNSName, host);
    return host.equals("localhost")
        ? new GeneralNames(
            new GeneralName[] {name, new GeneralName(GeneralName.iPAddress, "127.0.0.1")})
        : new GeneralNames(name);
  }

  private static X509Certificate authority(X500Name name, KeyPair keys)
      throws OperatorCreationException, GeneralSecurityException, CertIOException {
    X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), TEN_YEARS);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return sign(builder, keys.getPrivate());
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Ages ages) {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(now.toEpochMilli()),
        time(now.minus(ages.before(), ChronoUnit.DAYS)),
        time(now.plus(ages.after(), ChronoUnit.DAYS)),
        subject,
        SubjectPublicKeyInfo.getInstance(key.getEncoded()));
  }

  private static Time time(Instant instant) {
    return new Time(
        new ASN1GeneralizedTime(
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT)
                .format(instant.atOffset(ZoneOffset.UTC))));
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] content) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END "
        + type
        + "-----\n";
  }
}
