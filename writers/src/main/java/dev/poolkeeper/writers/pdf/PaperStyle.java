package dev.poolkeeper.writers.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that a PDF is made with, from the report templates. */
final class PaperStyle {

  private static final String ROOT = "/report-templates/";

  private PaperStyle() {}

  static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report-templates/" + name + " cannot be read", e);
    }
  }

  static InputStream open(String name) {
    InputStream in = PaperStyle.class.getResourceAsStream(ROOT + name);
    if (in == null) {
      throw new IllegalStateException("report-templates/" + name + " is not on the classpath");
    }
    return in;
  }
}
