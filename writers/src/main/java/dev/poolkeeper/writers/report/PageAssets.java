package dev.poolkeeper.writers.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style and script that a page carries inside, with the hashes its content security policy
 * allows; anything else on the page stays without effect.
 */
public record PageAssets(String style, String styleHash, String script, String scriptHash) {

  static PageAssets load() {
    String style = read("report.css");
    String script = read("report.js");
    return new PageAssets(style, sha256(style), script, sha256(script));
  }

  private static String read(String name) {
    try (InputStream in = PageAssets.class.getResourceAsStream("/report-templates/" + name)) {
      if (in == null) {
        throw new IllegalStateException("report-templates/" + name + " is not on the classpath");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report-templates/" + name + " cannot be read", e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
