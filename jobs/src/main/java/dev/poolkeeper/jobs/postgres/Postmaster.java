package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server process that works on a ledger, found through the {@code postmaster.pid} it keeps
 * there. A number in that file proves nothing: after a crash it may belong to any other process, so
 * the process must also be a Postgres on this ledger.
 */
record Postmaster(long pid, Path ledger) {

  private static final Duration FAST = Duration.ofSeconds(60);
  private static final Duration IMMEDIATE = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 10;

  /** The server running on that ledger, also one that an earlier, killed run left behind. */
  static Optional<Postmaster> runningOn(Path ledger) throws IOException {
    return recordedPid(ledger)
        .map(pid -> new Postmaster(pid, ledger))
        .filter(Postmaster::isRunning);
  }

  /**
   * Removes a {@code postmaster.pid} whose number now belongs to another living process (or to a
   * zombie): Postgres would take it for a running server and refuse. With a dead process Postgres
   * copes itself, and better, because it also looks for orphaned backends.
   */
  static void forgetReusedPid(Path ledger) throws IOException {
    Optional<Long> pid = recordedPid(ledger);
    if (pid.isPresent()
        && Files.exists(process(pid.get()))
        && !new Postmaster(pid.get(), ledger).isRunning()) {
      Files.delete(pidFile(ledger));
    }
  }

  /** Stops fast: sessions are cut, data and unlogged tables are kept. */
  void stop() throws IOException, InterruptedException {
    signal("INT");
    if (hasEndedWithin(FAST)) {
      return;
    }
    signal("QUIT");
    if (!hasEndedWithin(IMMEDIATE)) {
      throw LedgerUnavailable.failed(
          """
          The ledger's database server (process %d, on %s) does not stop. The ledger is left as it is.
          Next: see what that process is doing, end it with "kill -QUIT %d", and start again."""
              .formatted(pid, ledger, pid));
    }
  }

  boolean isRunning() {
    List<String> command = commandLine();
    return !command.isEmpty()
        && Path.of(command.get(0)).endsWith("postgres")
        && !worksElsewhere(command);
  }

  /** Whether its data directory is another one that exists; a moved ledger's is gone. */
  private boolean worksElsewhere(List<String> command) {
    int option = command.indexOf("-D");
    if (option < 0 || option + 1 >= command.size()) {
      return false;
    }
    try {
      Path folder = Path.of(command.get(option + 1));
      return Files.isDirectory(folder) && !Files.isSameFile(folder, ledger);
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> commandLine() {
    try {
      String line = Files.readString(process(pid).resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return List.of(line.split("\0")).stream().filter(word -> !word.isEmpty()).toList();
    } catch (IOException e) {
      // ended; a zombie has an empty command line
      return List.of();
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private boolean hasEndedWithin(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    // the file goes last; the process may stay as a zombie where nobody collects it (pid 1)
    while (Files.exists(pidFile(ledger)) && isRunning()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }

  private static Optional<Long> recordedPid(Path ledger) throws IOException {
    if (!Files.exists(pidFile(ledger))) {
      return Optional.empty();
    }
    try (var lines = Files.lines(pidFile(ledger), StandardCharsets.ISO_8859_1)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,10}"))
          .map(Long::valueOf);
    }
  }

  private static Path pidFile(Path ledger) {
    return ledger.resolve("postmaster.pid");
  }

  private static Path process(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }
}
