package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * What the server and its tools wrote since this object was opened. The file is kept between runs
 * and starts afresh once it is larger than a mebibyte.
 */
final class ServerLog {

  private static final long AFRESH_OVER_BYTES = 1L << 20;
  private static final int QUOTED_LINES = 8;
  private static final int QUOTED_BYTES = 8192;

  private final Path file;
  private final long from;

  private ServerLog(Path file, long from) {
    this.file = file;
    this.from = from;
  }

  static ServerLog open(Path file) throws IOException {
    // emptied, not replaced: the file keeps its owner when root runs once in somebody's home
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      if (channel.size() > AFRESH_OVER_BYTES) {
        channel.truncate(0);
      }
      return new ServerLog(file, channel.size());
    }
  }

  Path file() {
    return file;
  }

  /** The last lines since {@link #open}, indented for a message; empty when there are none. */
  String lastLines() {
    List<String> lines = written().lines().filter(line -> !line.isBlank()).toList();
    StringBuilder quoted = new StringBuilder();
    for (String line : lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size())) {
      quoted.append("    ").append(line).append('\n');
    }
    return quoted.toString();
  }

  boolean says(String words) {
    return written().contains(words);
  }

  private String written() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(Math.max(from, channel.size() - QUOTED_BYTES));
      return new String(
          java.nio.channels.Channels.newInputStream(channel).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(" + file + " could not be read: " + e.getMessage() + ")\n";
    }
  }
}
