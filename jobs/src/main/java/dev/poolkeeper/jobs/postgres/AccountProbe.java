package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks whether a way of changing the account works here, and whether it leads into a folder. */
interface AccountProbe {

  /** REFUSED: the account could not be changed this way. CLOSED: it could, but not enter. */
  enum Answer {
    REACHABLE,
    CLOSED,
    REFUSED
  }

  Answer ask(List<String> prefix, Path folder);

  /** Really runs a small command that way: permissions, ACLs and mounts all count. */
  static AccountProbe real() {
    return AccountProbe::run;
  }

  private static Answer run(List<String> prefix, Path folder) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of("/bin/sh", "-c", "test -x \"$1\" && echo reachable || echo closed", "sh"));
    command.add(existing(folder).toString());
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return switch (said) {
        case "reachable" -> Answer.REACHABLE;
        case "closed" -> Answer.CLOSED;
        default -> Answer.REFUSED;
      };
    } catch (IOException e) {
      // the program is not installed
      return Answer.REFUSED;
    }
  }

  private static Path existing(Path folder) {
    Path candidate = folder.toAbsolutePath();
    while (!Files.exists(candidate) && candidate.getParent() != null) {
      candidate = candidate.getParent();
    }
    return candidate;
  }
}
