package dev.poolkeeper.writers.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

  /** Writes bytes. */
  interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  static Path write(Path file, Content content) {
    return writeBytes(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          content.writeTo(text);
          text.flush();
        });
  }

  static Path writeBytes(Path file, Bytes content) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
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
