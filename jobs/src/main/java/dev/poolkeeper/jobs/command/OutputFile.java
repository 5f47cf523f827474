package dev.poolkeeper.jobs.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file the user asked for: whole, or not at all. */
final class OutputFile {

  /** What the file will hold. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private OutputFile() {}

  /** What is no ordinary file, a pipe for instance, is written to directly. */
  static void write(Path file, Content content) {
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    Path target = special ? file : file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(target)) {
        content.writeTo(out);
      }
      if (!special) {
        Files.move(target, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UnwritableFile(file.toString(), e);
    }
  }
}
