package dev.poolkeeper.writers.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a file as a whole: readers see the old one or the new one, never a part. */
final class AtomicFile {

  private AtomicFile() {}

  /** Writes a text in UTF-8. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  static Path write(Path file, Content content) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
        content.writeTo(out);
      }
      return move(temporary, file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s could not be written (%s). The night itself is stored; mend the directory, then run"
                  .formatted(file, e)
              + " the report again.",
          e);
    }
  }

  private static Path move(Path temporary, Path file) throws IOException {
    return Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
