package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.TlsTrust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom a TLS connection believes, as the keys ca-file, certificate-sha256 and insecure say. */
final class TrustSection {

  private TrustSection() {}

  static TlsTrust read(Values section) {
    List<TlsTrust> asked = new ArrayList<>();
    section.path("ca-file").ifPresent(file -> asked.add(authorities(section, file)));
    section.text("certificate-sha256").ifPresent(print -> asked.add(pinned(section, print)));
    if (section.flag("insecure", false)) {
      asked.add(new TlsTrust.Insecure());
    }
    if (asked.size() > 1) {
      section.problem(
          section.text("ca-file").isPresent() ? "ca-file" : "certificate-sha256",
          section.text("ca-file").or(() -> section.text("certificate-sha256")).orElse(""),
          "only one of ca-file, certificate-sha256 and insecure");
    }
    return asked.isEmpty() ? new TlsTrust.PublicAuthorities() : asked.get(0);
  }

  private static TlsTrust authorities(Values section, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      section.problem("ca-file", file.toString(), "a file of PEM certificates that can be read");
    }
    return new TlsTrust.Authorities(file);
  }

  private static TlsTrust pinned(Values section, String print) {
    String digits = print.replace(":", "").toLowerCase(Locale.ROOT);
    Optional<String> known = Optional.of(digits).filter(text -> text.matches("[0-9a-f]{64}"));
    if (known.isEmpty()) {
      section.problem(
          "certificate-sha256",
          print,
          "64 hexadecimal digits, with or without colons (openssl x509 -noout -fingerprint -sha256)");
    }
    return new TlsTrust.Pinned(known.orElse(digits));
  }
}
