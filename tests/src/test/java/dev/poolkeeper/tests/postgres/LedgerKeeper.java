package dev.poolkeeper.tests.postgres;

import dev.poolkeeper.jobs.postgres.EmbeddedPostgres;
import dev.poolkeeper.jobs.postgres.LedgerUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that opens a ledger and keeps it open until it is ended. */
final class LedgerKeeper implements AutoCloseable {

  static final String OPEN = "open ";

  private final Process process;
  private final BufferedReader output;

  private LedgerKeeper(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * @param prefix what to put before the command, for instance to run it under another account
   */
  static LedgerKeeper start(Path home, String... prefix) throws IOException {
    List<String> command = new ArrayList<>(List.of(prefix));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(LedgerKeeper.class.getName(), home.toString()));
    return new LedgerKeeper(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** What it says up to the line that tells that the ledger is open, or up to its end. */
  String openOrEnd() {
    StringBuilder said = new StringBuilder();
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith(OPEN)) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.toString();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  long pid() {
    return process.pid();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(Path.of(arguments[0]), line -> System.out.println("- " + line));
      System.out.println(OPEN + postgres.jdbcUrl());
      Thread.sleep(Long.MAX_VALUE);
    } catch (LedgerUnavailable e) {
      System.out.println(e.getMessage());
      System.exit(e.exitCode());
    }
  }
}
