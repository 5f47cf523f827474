package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.processors.space.BinaryBytes;
import dev.poolkeeper.writers.mail.Enclosure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chooses which files of a report come with a mail, and says of the others where they are. */
final class ReportFiles {

  private static final Map<String, String> TYPES =
      Map.of("pdf", "application/pdf", "json", "application/json");

  private final long limitBytes;

  /**
   * @param limitBytes of all files of a mail together
   */
  ReportFiles(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /**
   * What comes with the mail, and what is to be said about it.
   *
   * @param lines for the end of the mail
   */
  record Chosen(List<Enclosure> files, List<String> lines) {}

  /** In the order given, as long as they fit. */
  Chosen choose(List<Path> files) {
    List<Enclosure> chosen = new ArrayList<>();
    List<String> enclosed = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    long taken = 0;
    for (Path file : files) {
      byte[] bytes = read(file);
      String name = String.valueOf(file.getFileName());
      String size = BinaryBytes.text(bytes.length);
      if (taken + bytes.length <= limitBytes) {
        taken += bytes.length;
        chosen.add(enclosure(name, bytes));
        enclosed.add("%s (%s)".formatted(name, size));
      } else {
        lines.add(
            "Not enclosed, as all files together may have %s: %s (%s). It is at %s."
                .formatted(BinaryBytes.text(limitBytes), name, size, file.toAbsolutePath()));
      }
    }
    if (!enclosed.isEmpty()) {
      lines.add(0, "Enclosed: " + String.join(", ", enclosed) + ".");
    }
    return new Chosen(chosen, lines);
  }

  static Enclosure enclosure(String name, byte[] bytes) {
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    return new Enclosure(name, type, bytes);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }
}
