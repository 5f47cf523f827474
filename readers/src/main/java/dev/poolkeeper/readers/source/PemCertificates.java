package dev.poolkeeper.readers.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all certificates of a PEM file; text, comments and keys between them are passed over. */
final class PemCertificates {

  private static final long LARGEST = 16L << 20;
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----");

  private PemCertificates() {}

  /** At least one certificate. */
  static List<X509Certificate> read(TlsTrust.Authorities authorities) {
    Path file = authorities.file();
    Matcher block = BLOCK.matcher(text(file));
    List<X509Certificate> certificates = new ArrayList<>();
    while (block.find()) {
      certificates.add(certificate(file, certificates.size() + 1, block.group(1)));
    }
    if (certificates.isEmpty()) {
      throw unusable(file, "it holds no certificate (-----BEGIN CERTIFICATE-----)", null);
    }
    return List.copyOf(certificates);
  }

  private static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw unusable(file, "it is a folder", null);
      }
      if (Files.size(file) > LARGEST) {
        throw unusable(file, "it is larger than 16 MiB", null);
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException missing) {
      throw unusable(file, "there is no such file", missing);
    } catch (IOException failure) {
      throw unusable(file, "it cannot be read", failure);
    }
  }

  private static X509Certificate certificate(Path file, int number, String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | IllegalArgumentException broken) {
      throw unusable(file, "its certificate " + number + " is broken", broken);
    }
  }

  private static IllegalArgumentException unusable(
      Path file, String seen, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "Authorities of %s: %s. Next: name a PEM file with the certificates of the authorities to trust"
            .formatted(file, seen),
        cause);
  }
}
